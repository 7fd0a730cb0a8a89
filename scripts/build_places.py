#!/usr/bin/env python3
"""Writes src-tauri/engine/data/places.txt: countries and known cities by their names in seven languages.

usage: build_places.py > src-tauri/engine/data/places.txt      (needs the packages babel and pytz)

The names are those of Unicode CLDR (Unicode License v3), territories and the cities of time zones, and below them the short
and everyday names that news uses.
"""
import re
import pytz
from babel import Locale

LANGUAGES = ["en", "id", "pt", "fr", "de", "es", "nl"]
NO_COUNTRY = "EU EZ UN ZZ XA XB QO AC CP DG EA IC TA CQ".split()
EVERYDAY = {
    "US": "US, U.S., USA, America, Amerika, AS, EUA, EE UU, Etats-Unis", "GB": "UK, U.K., Britain, Great Britain, Inggris, Britania, "
    "England, Inglaterra, Grande-Bretagne, Angleterre, Großbritannien, Groot-Brittannië, Reino Unido", "RU": "Russian Federation",
    "CN": "China, Cina, Tiongkok, RRT", "CI": "Ivory Coast, Pantai Gading, Elfenbeinküste, Costa de Marfil", "TR": "Turkey, Turki",
    "MM": "Myanmar, Burma", "HK": "Hong Kong, Hongkong", "MO": "Macau, Makau", "PS": "Palestine, Palestina, Palästina, Gaza, Jalur "
    "Gaza, Gaza Strip, West Bank, Tepi Barat", "VA": "Vatican, Vatikan, Vaticano", "CZ": "Czech Republic, Republik Ceko",
    "NL": "Holland, Netherlands, Belanda", "CD": "Congo, Kongo, RDC, DRC, Democratic Republic of Congo", "CG": "Congo, Kongo",
    "KR": "Korsel, ROK", "KP": "Korut", "AE": "UAE, UEA", "BA": "Bosnia, Bosnia Herzegovina", "MK": "Macedonia, Makedonia",
    "TL": "Timor Leste, East Timor", "SA": "Saudi", "SY": "Syria, Suriah, Siria", "IL": "Israel", "PG": "Papua New Guinea, Papua Nugini",
    "NZ": "Selandia Baru", "ZA": "South Africa, Afrika Selatan, Afsel", "EG": "Egypt, Mesir", "GR": "Greece, Yunani",
}
CAPITALS = {"US": "Washington, Washington D.C., Washington DC", "CN": "Beijing, Peking, Pequim", "IL": "Tel Aviv",
    "IN": "New Delhi, Delhi", "AU": "Canberra, Kanberra", "CA": "Ottawa", "BR": "Brasília, Brasilia", "TR": "Ankara",
    "PK": "Islamabad", "CH": "Geneva, Jenewa, Genève, Genf, Ginebra, Genebra", "NL": "The Hague, Den Haag, La Haye, Haia, La Haya",
    "SA": "Mecca, Mekkah, Makkah"}


def main():
    locales = [Locale.parse(name) for name in LANGUAGES]
    print("# Written by scripts/build_places.py from Unicode CLDR. A country by its code, or a city in it after a slash: its names.")
    for code in sorted(c for c in locales[0].territories if re.fullmatch("[A-Z]{2}", c) and c not in NO_COUNTRY):
        names = [locale.territories.get(code, "") for locale in locales]
        line(code, names + EVERYDAY.get(code, "").split(", "))
        if code in CAPITALS:
            names = CAPITALS[code].split(", ")
            line(f"{code}/{names[0]}", names)
        for zone in sorted(pytz.country_timezones.get(code, [])):
            city = zone.split("/")[-1].replace("_", " ")
            line(f"{code}/{city}", [locale.time_zones.get(zone, {}).get("city") or city for locale in locales])


def line(place, names):
    """One place; what is no plain name ("Knox, Indiana", "Congo - Kinshasa") is left out."""
    plain = [n for n in dict.fromkeys(names) if n and not re.search(r"[,()\[\]&/]| - ", n)]
    if plain:
        print(f"{place}: {', '.join(plain)}")


main()
