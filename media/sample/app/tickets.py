"""Sorts tickets by mood and finds similar ones."""

from sentence_transformers import SentenceTransformer
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer, pipeline

EMBEDDER = "all-MiniLM-L6-v2"
CLASSIFIER = "distilbert-base-uncased-finetuned-sst-2-english"
TRANSLATOR = "facebook/nllb-200-distilled-600M"

embedder = SentenceTransformer(EMBEDDER)
mood = pipeline("sentiment-analysis", model=CLASSIFIER)


def load_translator(name: str = TRANSLATOR):
    tokenizer = AutoTokenizer.from_pretrained(name)
    return tokenizer, AutoModelForSeq2SeqLM.from_pretrained(name)


def load_summarizer():
    return pipeline(
        "summarization",
        model="facebook/bart-large-cnn",
        revision="37f520fa929c961707657b28798b30c003dd100b",
    )
