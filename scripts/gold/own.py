"""Links of 75 events of the gold data's sets without marked sentences, marked by a language model under the rules of
events_gold. The texts are not here, only which stretches of them say the same (links.jsonl)."""
import json, os, subprocess

LINKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "links.jsonl")


def events(folder, program):
    """(name, gold) of the events whose texts FOLDER (as eval/dev) has; PROGRAM is parallax-cli. A statement is a stretch of
    the article's paragraphs joined by two line feeds, counted in UTF-16."""
    for line in open(LINKS, encoding="utf8"):
        event = json.loads(line)
        group, name = event["event"].split("/")
        files = {a: os.path.join(folder, group, "events", name, a + ".txt") for a in event["statements"]}
        if not all(map(os.path.exists, files.values())):
            continue
        sentences = {}
        for article, spans in event["statements"].items():
            printed = subprocess.run([program, "extract", files[article]], capture_output=True, check=True).stdout
            text = "\n\n".join(json.loads(printed)["paragraphs"]).encode("utf-16-le")
            sentences[article] = [text[2 * a:2 * b].decode("utf-16-le").replace("\n", " ") for a, b in spans]
        articles = list(sentences)
        place = lambda mark: [articles["ABCDEF".index(mark[0])], int(mark[1:])]
        pairs = lambda key: [[place(mark) for mark in pair.split("-")] for pair in event[key].split()]
        yield event["event"], {"lang": event["lang"], "articles": articles, "sentences": sentences,
                               "aligned": pairs("aligned"), "disputed": pairs("unsure")}
