"""What agreements sound like: sentences by hand, composed by the generator. All invented.

In a sentence `{plek}`, `{wie}` and `{dagdeel}` are filled in, so that few cards say literally the same.
"""

PLEKKEN = (
    "het station", "het winkelcentrum", "de opvang", "het plein voor de supermarkt", "de school van de kinderen",
    "de flat van de moeder", "het park", "de bibliotheek", "het gemeentehuis", "de apotheek", "de moskee", "de kerk",
    "het buurthuis", "de sportschool", "het busstation", "de hostellocatie", "de volkstuinen", "de markt",
    "het ziekenhuis", "de jongerenplek", "de daklozenopvang", "de parkeergarage", "de sociale werkplaats",
)  # fmt: skip
WIE = (
    "de ex-partner", "de ouders", "de buren", "de broer", "de zus", "de dochter", "de zoon", "de huisgenoten",
    "de voormalige werkgever", "de mentor", "de huisarts", "de bewindvoerder", "de stiefvader", "de tante",
    "de medewerkers van de opvang", "de vorige huisbaas", "de winkeliers", "de conciërge",
)  # fmt: skip
DAGDELEN = ("na 22:00 uur", "overdag", "in het weekend", "'s nachts", "tijdens schooltijd", "op marktdagen")

# actie -> what it says on one line.
KERN: dict[str, tuple[str, ...]] = {
    "direct_aanhouden": (
        "Direct aanhouden, ook bij een klein delict.",
        "Elk nieuw feit: direct aanhouden en insluiten, ook een winkeldiefstal.",
        "Direct aanhouden bij overtreding van het gebiedsverbod rond {plek}.",
        "Bij contact met {wie}: direct aanhouden wegens overtreding van het contactverbod.",
        "Aanhouden bij elke bedreiging, ook als {wie} geen aangifte wil doen.",
        "Aanhouden bij openlijk alcohol- of drugsgebruik bij {plek}; voorwaarden zijn overtreden.",
        "Niet waarschuwen maar aanhouden: de laatste waarschuwing is op het casusoverleg gegeven.",
        "Direct aanhouden bij een feit {dagdeel}; dan geldt de avondklok van de reclassering.",
        "Aanhouden bij vernieling of agressie rond {plek}, hoe klein ook.",
        "Aanhouden als een wapen wordt gezien, ook een mes in een tas.",
    ),
    "niet_aanhouden_corrigeren": (
        "Bij een klein feit niet aanhouden maar alleen corrigeren.",
        "Niet aanhouden voor overlast bij {plek}: aanspreken en naar huis sturen.",
        "Geen boete en geen aanhouding voor zwerven of bedelen; wel aanspreken.",
        "Bij schelden of schreeuwen: corrigeren, niet aanhouden; het is geen bedreiging.",
        "Klein feit: corrigeren en {wie} laten bellen door de contactpersoon.",
        "Winkeldiefstal van eten: niet aanhouden, de begeleider betaalt de winkel.",
        "Niet aanhouden bij dronkenschap {dagdeel}; thuisbrengen of laten ophalen.",
        "Corrigeren is genoeg: aanhouden zet de behandeling weken terug.",
        "Zwartrijden en klein wangedrag: corrigeren, gegevens noteren, verder niets.",
    ),
    "overleg_eerst": (
        "Eerst bellen met de contactpersoon voordat je optreedt.",
        "Overleg eerst: er loopt een traject dat door een aanhouding stopt.",
        "Geen spoed? Dan eerst de casemanager bellen, ook {dagdeel}.",
        "Bel voor elke beslissing over insluiten; een cel geeft kans op een crisis.",
        "Bij ruzie met {wie}: scheiden, dan bellen, dan pas beslissen.",
        "Overleg eerst met de reclassering over de voorwaarden die nu gelden.",
        "Bij een melding vanaf {plek}: eerst bellen, de begeleiding is daar vaak al.",
        "Bij twijfel over de veiligheid van de kinderen: eerst Veilig Thuis bellen.",
    ),
    "naar_zorg": (
        "Niet insluiten: direct overdragen aan de crisisdienst.",
        "Naar de crisisbeoordelingslocatie brengen, niet naar het bureau.",
        "Bij verward gedrag: naar de ggz, daar is een bed gereserveerd.",
        "Medicatie geweigerd? Dan naar de behandelaar brengen; die wacht op een telefoontje.",
        "Terugbrengen naar de kliniek als hij of zij bij {plek} wordt aangetroffen.",
        "Niet in een cel: epilepsie. Bij een aanval 112, anders naar de zorgwoning.",
        "Zorg gaat voor: overdragen aan de wijkverpleging, zij kent de afspraken.",
        "Bij uitspraken over de dood: niet alleen laten en overdragen aan de crisisdienst.",
    ),
    "anders": (
        "Melden bij de wijkagent, geen verdere actie.",
        "Alleen noteren waar en met wie; geen gesprek over de lopende zaak.",
        "Controleer de enkelband; meld een storing bij de reclassering.",
        "Vraag waar hij of zij slaapt en geef dat door aan de gemeente.",
        "Zien bij {plek}: doorgeven aan de wijkagent, niet aanspreken.",
        "Let op de kinderen; een zorgmelding is genoeg reden om langs te gaan.",
    ),
}  # fmt: skip

# actie -> rules that go with it; those under "" go with any.
REGELS: dict[str, tuple[str, ...]] = {
    "": (
        "Bij geweld: aanhouden.",
        "Bij aanhouding: direct ZSM informeren.",
        "Altijd een mutatie maken met de aanpak in de titel.",
        "Geen afspraken maken over geld of onderdak.",
        "Geef je naam en dienstnummer; dat geeft rust.",
        "Bij letsel: eerst een arts, ook als het niet nodig lijkt.",
        "Neem een tweede eenheid mee {dagdeel}.",
        "Meld contact met {wie} dezelfde dag aan de contactpersoon.",
        "Bij {plek}: eerst de beheerder spreken.",
        "Hond aanwezig: vraag om die vast te zetten.",
        "Taal: laat de tolkentelefoon meeluisteren.",
        "Neem medicijnen mee als er wordt ingesloten.",
    ),
    "direct_aanhouden": (
        "Voorgeleiden bij de hulpofficier; geen heenzending zonder overleg met ZSM.",
        "Bij overtreding van het contactverbod met {wie}: foto's maken, verklaring opnemen.",
        "Geen ophoudgesprek op straat; direct transport.",
        "Fouilleren: er is eerder een mes gevonden.",
        "Ook aanhouden als de aangever het intrekt.",
        "Reclassering bellen voor een vroeghulpbezoek.",
    ),
    "niet_aanhouden_corrigeren": (
        "Bij herhaling op dezelfde dag: bellen met de contactpersoon.",
        "Zeg wat je ziet en wat je wilt; dat is genoeg.",
        "Laat {wie} weten dat de politie is geweest.",
        "Spullen teruggeven aan de winkel, geen aangifte nodig.",
        "Alcohol innemen en weggooien mag.",
    ),
    "overleg_eerst": (
        "Niemand bereikbaar? Dan de OvD-P vragen.",
        "Wacht met horen tot de begeleider er is.",
        "Bij direct gevaar voor {wie}: ingrijpen, daarna bellen.",
        "Spreek af wie er blijft tot de begeleider er is.",
    ),
    "naar_zorg": (
        "Vervoer per ambulance of psycholance als het kan.",
        "De crisisdienst weet ervan; noem de naam en geboortedatum.",
        "Blijf erbij tot de overdracht is gedaan.",
        "Bij een strafbaar feit: proces-verbaal komt later.",
        "Geen handboeien, tenzij het echt niet anders kan.",
    ),
    "anders": (
        "Noteer kleding en gezelschap.",
        "Geen informatie geven aan {wie}.",
        "Bij een nieuw adres: doorgeven aan de gemeente.",
        "Alleen op straat, niet aan de deur.",
    ),
}  # fmt: skip

DOELEN = (
    "voorkomen van herhaling van bedreiging in de woonomgeving",
    "veilige toeleiding naar zorg",
    "overlast in de wijk verminderen en wonen behouden",
    "terugval na detentie voorkomen",
    "voorkomen van herhaling van geweld in het gezin",
    "de veiligheid van de ex-partner en de kinderen herstellen",
    "dagbesteding en schuldhulp op gang brengen na ontslag uit de kliniek",
    "diefstal voor drugs terugdringen met een vaste plek in de opvang",
    "behandeling volhouden en medicijnen blijven gebruiken",
    "losmaken uit de groep die overlast geeft",
    "voorkomen van brandstichting",
    "stalking van de vorige partner laten stoppen",
    "begeleid wonen mogelijk maken na klinische behandeling",
    "geweld tegen hulpverleners voorkomen",
    "verder afglijden naar gewelddadig extremisme voorkomen",
    "een veilige terugkeer in de wijk na detentie",
)

# name of the organisation (with {plaats}), and what somebody there does
ORGANISATIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Reclassering {plaats}", ("toezichthouder", "reclasseringswerker")),
    ("GGZ-wijkteam {plaats}", ("casemanager", "sociaal-psychiatrisch verpleegkundige")),
    ("Gemeente {plaats}", ("PGA-expert", "procesregisseur", "wijkregisseur")),
    ("Veilig Thuis {plaats}", ("casusregisseur", "maatschappelijk werker")),
    ("Woningcorporatie {plaats}", ("medewerker sociaal beheer", "huismeester")),
    ("Opvang {plaats}", ("ambulant begeleider", "teamleider")),
    ("Wijkteam {plaats}", ("wijkteammedewerker", "jeugdconsulent")),
    ("Verslavingszorg {plaats}", ("behandelaar", "bemoeizorgmedewerker")),
    ("Crisisdienst {plaats}", ("dienstdoende",)),
)
ALWAYS_THERE = "dienstdoende"
BEREIKBAAR = (
    "ma-vr 08:30-17:00", "ma-vr 08:30-17:00", "ma-do 09:00-16:30", "ma-vr 09:00-17:30; za 10:00-14:00",
    "ma-vr 08:00-22:00; za-zo 10:00-18:00", "ma-di 08:30-17:00; do-vr 08:30-17:00", "wo-vr 10:00-18:00",
)  # fmt: skip

# gemeente -> zorg- en veiligheidshuis
PLAATSEN: dict[str, str] = {
    "Utrecht": "Utrecht", "Nieuwegein": "Utrecht", "Houten": "Utrecht", "Zeist": "Utrecht", "Woerden": "Utrecht",
    "Amersfoort": "Amersfoort", "Soest": "Amersfoort", "Baarn": "Amersfoort", "Veenendaal": "Amersfoort",
    "Almere": "Flevoland", "Lelystad": "Flevoland", "Hilversum": "Gooi en Vechtstreek",
    "Huizen": "Gooi en Vechtstreek", "IJsselstein": "Utrecht", "Maarssen": "Utrecht", "Dronten": "Flevoland",
}  # fmt: skip
