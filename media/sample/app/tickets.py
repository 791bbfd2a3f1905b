"""Sorts tickets by mood and finds similar ones."""

from sentence_transformers import SentenceTransformer
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer, pipeline

from app import settings

embedder = SentenceTransformer(settings.EMBEDDER)
mood = pipeline("sentiment-analysis", model=settings.CLASSIFIER)


def load_translator(name: str = settings.TRANSLATOR):
    tokenizer = AutoTokenizer.from_pretrained(name)
    return tokenizer, AutoModelForSeq2SeqLM.from_pretrained(name)


def load_summarizer():
    return pipeline(
        "summarization",
        model="facebook/bart-large-cnn",
        revision="37f520fa929c961707657b28798b30c003dd100b",
    )
