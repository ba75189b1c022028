namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>How a column is written in the template.</summary>
internal enum Kolomvorm
{
    Tekst,
    Getal,
    Dag,
}

/// <summary>A column of the template: the one place for its heading, its explanation and what of a line stands in it.</summary>
/// <param name="sleutel">The field of a line.</param>
/// <param name="langst">In characters; of text only.</param>
internal sealed class Kolom(
    string sleutel,
    string kop,
    Kolomvorm vorm,
    string uitleg,
    Func<Kostenregel, object?> waarde,
    int langst = 0,
    params string[] keuzes
)
{
    public static readonly Kolom Kenmerk = new(
        "id",
        "Kenmerk",
        Kolomvorm.Tekst,
        "Uw eigen kenmerk van deze regel: kleine letters, cijfers en streepjes, ten hoogste 20. Laat u dit leeg, dan krijgt de regel een kenmerk van ons.",
        r => r.Id,
        20
    );
    public static readonly Kolom Soort = new(
        "soort",
        "Soort",
        Kolomvorm.Tekst,
        "Waar de regel over gaat: uren, factuur, traject of praktijkleerplaats. Altijd invullen.",
        r => r.Soort,
        20,
        [.. Kostensoort.Alle]
    );
    public static readonly Kolom Activiteit = new(
        "activiteit",
        "Activiteit",
        Kolomvorm.Tekst,
        "De activiteit waarvoor u subsidie hebt: A, B, C of D. Altijd invullen.",
        r => r.Activiteit,
        1,
        "A",
        "B",
        "C",
        "D"
    );
    public static readonly Kolom Partij = new(
        "partij",
        "KVK-nummer partij",
        Kolomvorm.Tekst,
        "Alleen bij een samenwerkingsverband: het KVK-nummer (8 cijfers) van de partij die de kosten maakte.",
        r => r.Partij,
        8
    );
    public static readonly Kolom Omschrijving = new(
        "omschrijving",
        "Omschrijving",
        Kolomvorm.Tekst,
        "Wat er is gedaan.",
        r => r.Omschrijving,
        500
    );
    public static readonly Kolom Medewerker = new(
        "medewerker",
        "Medewerker",
        Kolomvorm.Tekst,
        "Bij uren, een traject of een praktijkleerplaats: naam of personeelsnummer. Schrijf dezelfde persoon steeds hetzelfde.",
        r => r.Medewerker,
        100
    );
    public static readonly Kolom Week = new(
        "week",
        "Week",
        Kolomvorm.Dag,
        "Bij uren: de maandag van de week, zoals 4-3-2024, of de week zelf, zoals 2024-W10.",
        r => r.Week
    );
    public static readonly Kolom Uren = new("uren", "Uren", Kolomvorm.Getal, "Bij uren: hoeveel uren in die week, zoals 7,5.", r => r.Uren);
    public static readonly Kolom Uurtarief = new(
        "uurtarief",
        "Uurtarief",
        Kolomvorm.Getal,
        "Bij uren: de kosten per uur in euro's, zoals 31,68.",
        r => r.Uurtarief
    );
    public static readonly Kolom Leverancier = new(
        "leverancier",
        "Leverancier",
        Kolomvorm.Tekst,
        "Bij een factuur: van wie de factuur is.",
        r => r.Leverancier,
        200
    );
    public static readonly Kolom Factuurnummer = new(
        "factuurnummer",
        "Factuurnummer",
        Kolomvorm.Tekst,
        "Bij een factuur: het nummer zoals het op de factuur staat.",
        r => r.Factuurnummer,
        50
    );
    public static readonly Kolom Factuurdatum = new(
        "factuurdatum",
        "Factuurdatum",
        Kolomvorm.Dag,
        "Bij een factuur: de dag van de factuur, zoals 4-3-2024.",
        r => r.Factuurdatum
    );
    public static readonly Kolom Betaaldatum = new(
        "betaaldatum",
        "Betaaldatum",
        Kolomvorm.Dag,
        "Bij een factuur: de dag waarop u betaalde.",
        r => r.Betaaldatum
    );
    public static readonly Kolom Bedrag = new(
        "bedrag",
        "Bedrag zonder btw",
        Kolomvorm.Getal,
        "Bij een factuur: het bedrag in euro's zonder btw, zoals 1232,00.",
        r => r.Bedrag
    );
    public static readonly Kolom Btw = new("btw", "Btw", Kolomvorm.Getal, "Bij een factuur: de btw in euro's.", r => r.Btw);
    public static readonly Kolom Adviseur = new(
        "adviseur",
        "Externe adviseur",
        Kolomvorm.Tekst,
        "ja als het uren van een externe adviseur zijn; anders nee of leeg.",
        r => r.Adviseur ? "ja" : null,
        3,
        "ja",
        "nee"
    );
    public static readonly Kolom AfgerondOp = new(
        "afgerondOp",
        "Afgerond op",
        Kolomvorm.Dag,
        "Bij een traject: de dag waarop het was afgerond.",
        r => r.AfgerondOp
    );
    public static readonly Kolom Weken = new(
        "weken",
        "Weken",
        Kolomvorm.Getal,
        "Bij een praktijkleerplaats: hoeveel weken begeleiding.",
        r => r.Weken
    );
    public static readonly Kolom Documenten = new(
        "documenten",
        "Documenten",
        Kolomvorm.Tekst,
        "De nummers van documenten die u bij deze zaak indiende, met een spatie ertussen. U kunt ze ook later in het portaal kiezen. Bij een traject of een praktijkleerplaats is er een nodig voordat u indient: de prestatieverklaring of de overeenkomst.",
        r => r.Documenten is { Count: > 0 } documenten ? string.Join(' ', documenten) : null,
        2_000
    );
    public static readonly Kolom Brutojaarloon = new(
        "brutojaarloon",
        "Brutojaarloon",
        Kolomvorm.Getal,
        "Bij uren: het brutojaarloon van deze medewerker in euro's, zoals 41280,00. Van een voltijds jaar, met een vaste dertiende maand, zonder vakantiegeld en ander loon.",
        r => r.Brutojaarloon
    );
    public static readonly Kolom Eigenaar = new(
        "eigenaar",
        "Eigenaar",
        Kolomvorm.Tekst,
        "Bij uren: ja als dit de eigenaar is; anders nee of leeg. Het loon van een eigenaar telt zonder opslag.",
        r => r.Eigenaar ? "ja" : null,
        3,
        "ja",
        "nee"
    );

    public static readonly IReadOnlyList<Kolom> Alle =
    [
        Kenmerk,
        Soort,
        Activiteit,
        Partij,
        Omschrijving,
        Medewerker,
        Week,
        Uren,
        Uurtarief,
        Leverancier,
        Factuurnummer,
        Factuurdatum,
        Betaaldatum,
        Bedrag,
        Btw,
        Adviseur,
        AfgerondOp,
        Weken,
        Documenten,
        Brutojaarloon,
        Eigenaar,
    ];

    public string Sleutel => sleutel;

    public string Kop => kop;

    public Kolomvorm Vorm => vorm;

    public string Uitleg => uitleg;

    public int Langst => langst;

    /// <summary>The only words that it takes; none when any text is good.</summary>
    public IReadOnlyList<string> Keuzes => keuzes;

    /// <summary>Text, a number or a day; null when the line has none.</summary>
    public object? Van(Kostenregel regel) => waarde(regel);

    /// <summary>By its heading, whatever the capitals and spaces.</summary>
    public static Kolom? Zoek(string genoemd)
    {
        var plat = string.Join(' ', genoemd.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Alle.FirstOrDefault(k => k.Kop.Equals(plat, StringComparison.OrdinalIgnoreCase));
    }
}
