"""Which models the desk works with."""

EMBEDDER = "all-MiniLM-L6-v2"
CLASSIFIER = "distilbert-base-uncased-finetuned-sst-2-english"
TRANSLATOR = "facebook/nllb-200-distilled-600M"
