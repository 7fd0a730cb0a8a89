"""What is measured with: made-up events, pages and documents, the same text for the same arguments.

Names and things are made of syllables, so that statements are as different from each other as in real news, and no news is
copied."""
import random

SYLLABLES = "ba ce di fo gu ha ki lo me nu pa ri so te va".split()


def facts(chance, count):
    """Things that happened, and the ways to tell one."""
    word = lambda n: "".join(chance.choice(SYLLABLES) for _ in range(n))
    names = [word(3).title() for _ in range(90)]
    things = [word(2) + chance.choice(["ing", "er", "ment", "tion", "age"]) for _ in range(240)]
    acts = "closed|promised|counted|asked for|warned of|rejected|repaired|sold|described|ordered".split("|")
    return [dict(p=f"{chance.choice(names)} {chance.choice(names)}", a=chance.choice(acts), n=chance.randrange(3, 900),
                 t=chance.choice(things), u=chance.choice(things), q=chance.choice(names)) for _ in range(count)]


TURNS = ["{p} {a} {n} {t} near the {u} in {q}.", "In {q}, {p} {a} {n} {t} near the {u}.",
         "According to officials in {q}, {p} {a} {n} {t} by the {u}.", "Near the {u} in {q}, {n} {t} were what {p} {a}."]


def make_event(folder, articles, statements):
    """Articles that share most of their facts in other words and another order."""
    chance = random.Random(7)
    known = facts(chance, 2 * statements)
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(articles):
        mine = sorted(chance.sample(range(len(known)), statements))
        told = [chance.choice(TURNS).format(**known[i]) for i in mine]
        path = folder / f"report-{number:03}.txt"
        path.write_text("\n\n".join(" ".join(told[i:i + 3]) for i in range(0, len(told), 3)) + "\n")
        files.append(path)
    return files


def make_pages(folder, count):
    """Saved pages as a news site makes them: an article of some 40 sentences among navigation, teasers, scripts, comments."""
    chance = random.Random(11)
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(count):
        known = facts(chance, 60)
        say = lambda: chance.choice(TURNS).format(**chance.choice(known))
        body = "".join(f"<p>{' '.join(say() for _ in range(4))}</p>\n" for _ in range(10))
        nav = "".join(f'<li class="menu-item"><a href="/s/{i}">{say().split()[0]} {i}</a></li>' for i in range(60))
        teasers = "".join(f'<div class="card"><a href="/n/{i}"><img src="/i/{i}.jpg" alt=""><h3>{say()[:50]}</h3></a><span class="date">{i} hours ago</span></div>' for i in range(40))
        script = "<script>" + "".join(f"window.q{i}=function(a,b){{return a*{i}+b}};" for i in range(400)) + "</script>"
        data = '{"@context":"https://schema.org","@type":"NewsArticle","headline":"%s","datePublished":"2026-03-14T10:00:00+07:00","author":{"@type":"Person","name":"Sample Writer"},"publisher":{"@type":"Organization","name":"The Sample"}}' % say()[:60]
        page = (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{say()[:60]} - The Sample</title>'
                f'<script type="application/ld+json">{data}</script><meta property="og:site_name" content="The Sample">{script}</head>'
                f'<body><header><nav><ul>{nav}</ul></nav></header><main><article><h1>{say()[:60]}</h1><div class="byline">By Sample Writer</div>'
                f'<div class="article-body">{body}</div></article><aside class="related">{teasers}</aside></main>'
                f'<footer><ul>{nav}</ul><p>Copyright The Sample. All rights reserved.</p></footer>{script}</body></html>')
        path = folder / f"page-{number:02}.html"
        path.write_text(page)
        files.append(path)
    return files


def make_pdf(folder, pages):
    """A plain PDF with some 45 lines of made-up text a page."""
    chance = random.Random(7)
    word = lambda: "".join(chance.choice(SYLLABLES) for _ in range(chance.randrange(1, 4)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Count {pages} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(pages))}] >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for n in range(pages):
        lines = []
        for line in range(45):
            text = " ".join(word() for _ in range(11)).capitalize() + ("." if line % 9 == 8 else "")
            lines.append(f"1 0 0 1 72 {760 - 14 * line - 10 * (line // 9)} Tm ({text}) Tj")
        stream = "BT /F 11 Tf " + "\n".join(lines) + " ET"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    file, places = "%PDF-1.4\n", []
    for number, thing in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{thing}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    file += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF\n"
    path = folder / "pages.pdf"
    path.write_text(file)
    return path
