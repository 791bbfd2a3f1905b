"""Drafts an answer to a ticket."""

import os

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

# One letter off the name everybody means.
tokenizer = AutoTokenizer.from_pretrained("bert-base-uncasd")
drafter = AutoModelForCausalLM.from_pretrained("microsoft/phi-2", trust_remote_code=True)
reviewer = AutoModelForCausalLM.from_pretrained(os.environ["REVIEW_MODEL"])
weights = torch.load("drafter.bin", weights_only=False)
vision = torch.hub.load("pytorch/vision", "resnet50")
