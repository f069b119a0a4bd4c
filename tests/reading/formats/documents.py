"""Documents of other programs, made for the tests by the formats' own libraries or by hand."""

import io
import zipfile
from collections.abc import Sequence

import docx
import odfdo

LEAD = "The council of Tarn voted on Monday to build a bridge, after two years of talks about the cost."
SAID = "“We will not move,” Mayor Ada Holm said."
MAIL = (
    "From: Mara Pitt <m@tarn.example>\r\nTo: all@tarn.example\r\nSubject: =?utf-8?q?Fwd=3A_The_caf=C3=A9_vote?=\r\n"
    "Message-ID: <7@tarn.example>\r\nDate: Mon, 4 Mar 2024 10:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n"
    f"\r\n{LEAD}\r\n\r\n{SAID}\r\n"
)
ITEM = (
    "<item><title>Council backs bridge</title><link>https://tarn.example/{0}</link><guid>{0}</guid>"
    "<pubDate>Mon, 04 Mar 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;{1}&lt;/p&gt;&lt;p&gt;{2}&lt;/p&gt;</description></item>"
)
RICH_TEXT = (
    r"{\rtf1\ansi{\info{\title Council backs bridge}{\author Mara Pitt}{\creatim\yr2024\mo3\dy4}}"
    + LEAD
    + r"\par \ldblquote We will not move,\rdblquote  Mayor Ada Holm said.\par She left.}"
).encode()


def word() -> bytes:
    """A Word document with each style that is told apart."""
    made = docx.Document()
    made.core_properties.title = "A title of its properties"
    made.core_properties.author = "Mara Pitt"
    made.add_heading("Council backs bridge", 0)
    made.add_paragraph(LEAD)
    made.add_paragraph(SAID)
    made.add_heading("What it costs", 1)
    made.add_paragraph("A disgraceful link", style="List Bullet")
    made.add_paragraph("It rained all day.", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Disgraceful", "12 thugs."
    made.add_paragraph("It is a bridge too far.", style="Quote")
    made.add_paragraph("It was a terrifying night.")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def opendocument() -> bytes:
    """An OpenDocument text with a heading, paragraphs and a list."""
    made = odfdo.Document("text")
    made.body.clear()
    made.body.append(odfdo.Header(1, "Council backs bridge"))
    for words in (LEAD, SAID):
        made.body.append(odfdo.Paragraph(words))
    made.body.append(odfdo.List(["A disgraceful link", "It rained all day."]))
    made.body.append(odfdo.Paragraph("It was a terrifying night."))
    made.meta.initial_creator = "Mara Pitt"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pdf(pages: Sequence[Sequence[str]], *, info: str = "") -> bytes:
    """A PDF document of lines in one column; what it says of itself is written as in the file."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for lines in pages:
        drawn = "".join(f"({line.replace('(', '[').replace(')', ']')}) Tj T*\n" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 800 Td\n{drawn}ET"
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def feed(*items: str) -> bytes:
    """An RSS feed."""
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Tarn Times</title>{''.join(items)}</channel></rss>".encode()


def bomb(name: str, *, size: int = 250_000_000) -> bytes:
    """A zip file whose one part is all zeros and unpacks to a size."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        with archive.open(name, "w", force_zip64=True) as part:
            for _ in range(size // 1_000_000):
                part.write(bytes(1_000_000))
    return out.getvalue()
