using System.Text.Json.Serialization;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Web.Beoordelen;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>A line of costs really made; amounts in euro.</summary>
/// <param name="Soort">uren, factuur, traject or praktijkleerplaats.</param>
public sealed record Declaratieregel(
    string Id,
    string Soort,
    string Activiteit,
    string? Partij = null,
    string? Omschrijving = null,
    string? Medewerker = null,
    DateOnly? Week = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Uren = null,
    decimal? Uurtarief = null,
    string? Leverancier = null,
    string? Factuurnummer = null,
    DateOnly? Factuurdatum = null,
    DateOnly? Betaaldatum = null,
    decimal? Bedrag = null,
    decimal? Btw = null,
    bool Adviseur = false,
    DateOnly? AfgerondOp = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Weken = null,
    IReadOnlyList<string>? Documenten = null,
    decimal? Brutojaarloon = null,
    bool Eigenaar = false
)
{
    /// <summary>It is accepted or not; no other amount counts of it.</summary>
    public bool HeeftVastBedrag => Soort is "traject" or "praktijkleerplaats";

    /// <summary>What is asked; null of a fixed amount, which the rules give.</summary>
    public decimal? Gevraagd =>
        this switch
        {
            { HeeftVastBedrag: true } => null,
            { Bedrag: { } bedrag } => bedrag,
            { Uren: { } uren, Uurtarief: { } tarief } => decimal.Round(uren * tarief, 2, MidpointRounding.AwayFromZero),
            _ => 0m,
        };

    /// <summary>What it is about, in words.</summary>
    public string Titel =>
        Soort switch
        {
            "uren" => $"Uren van {Medewerker ?? "een medewerker"}",
            "factuur" => $"Factuur {Factuurnummer ?? "zonder nummer"} van {Leverancier ?? "een leverancier"}",
            "traject" => $"Traject van {Medewerker ?? "een medewerker"}",
            "praktijkleerplaats" => $"Praktijkleerplaats van {Medewerker ?? "een medewerker"}",
            _ => Soort,
        };
}

/// <param name="Code">Such as evaluatieverslag.</param>
public sealed record Declaratieverslag(string Code, IReadOnlyList<string> Documenten);

/// <summary>What another contributed to the costs, in euro.</summary>
public sealed record Declaratiebijdrage(string Van, decimal Bedrag, string? Partij = null);

/// <param name="Post">An item of the budget; null of a whole activity.</param>
public sealed record Declaratieafwijking(string Activiteit, string Uitleg, string? Post = null);

public sealed record Declaratie(
    IReadOnlyList<Declaratieregel> Regels,
    string? Toelichting = null,
    IReadOnlyList<Declaratieafwijking>? Afwijkingen = null,
    IReadOnlyList<Declaratieverslag>? Verslagen = null,
    IReadOnlyList<Declaratiebijdrage>? Bijdragen = null
);

/// <summary>What was found of a line, as the API takes and gives it.</summary>
/// <param name="Uitkomst">aanvaard, gewijzigd or afgewezen.</param>
public sealed record Kostenoordeel(
    string Regel,
    string Uitkomst,
    decimal? Bedrag = null,
    string? Reden = null,
    string? Code = null,
    string? Artikel = null
);

/// <summary>Whether the auditor's report was accepted, as the API takes and gives it.</summary>
public sealed record Controleoordeel(string Uitkomst, string? Reden = null, string? Artikel = null);

/// <param name="Vraag">Null when it was destroyed.</param>
public sealed record Declaratieaanvulling(DateOnly Uiterlijk, DateTimeOffset GevraagdOp, string? Vraag = null);

/// <summary>An item of the budget beside what was declared of it, in euro: before the surcharge, or with it of a whole activity.</summary>
/// <param name="Titel">As people read it.</param>
/// <param name="Uitleggen">Whether the difference had to be explained.</param>
/// <param name="Post">Null of an activity of which the award tells no items.</param>
public sealed record Begrotingspost(
    string Activiteit,
    string Titel,
    decimal Begroot,
    decimal Gedeclareerd,
    bool Uitleggen = false,
    string? Post = null
);

/// <summary>What was declared; empty while nothing was.</summary>
/// <param name="Declaratie">Null also when it was destroyed.</param>
/// <param name="Oordelen">Of what is proposed, or settled.</param>
/// <param name="Sectoren">By KVK number, as it was proposed.</param>
/// <param name="Begroting">The items of the award beside it; null also when it was destroyed.</param>
public sealed record Declaratiebeeld(
    DateTimeOffset? IngediendOp = null,
    bool TeLaat = false,
    decimal? Gevraagd = null,
    Declaratie? Declaratie = null,
    Declaratieaanvulling? Aanvulling = null,
    IReadOnlyList<Kostenoordeel>? Oordelen = null,
    IReadOnlyList<Rekenbeeld>? Berekening = null,
    Controleoordeel? Controleverklaring = null,
    IReadOnlyDictionary<string, string>? Sectoren = null,
    IReadOnlyList<Begrotingspost>? Begroting = null
);

/// <summary>What a program sees in a line, and what could be found of it.</summary>
public sealed record Regelsignaal(string Regel, string Code, string Uitkomst, string Uitleg, string Artikel, decimal? Bedrag = null);

/// <summary>What judgments would come to; amounts in euro.</summary>
/// <param name="Realisatie">onderzoek: someone chooses between lower and nil.</param>
/// <param name="Artikelen">By activity, by reason.</param>
/// <param name="VraagtControle">Whether the auditor's report has to be judged.</param>
public sealed record Declaratieproef(
    IReadOnlyList<Regelsignaal> Signalen,
    IReadOnlyList<Rekenbeeld> Berekening,
    decimal Gevraagd,
    decimal SubsidiabeleKosten,
    decimal Vastgesteld,
    decimal NogTeBetalen,
    string Realisatie,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Artikelen = null,
    bool VraagtControle = false
)
{
    public bool VraagtKeuze => Realisatie == "onderzoek";
}

public sealed record Vindplaats(string Zaaknummer, string Regel);

/// <summary>What stands twice, here or in another case, and hours that cannot be.</summary>
/// <param name="Regels">The lines of this case.</param>
public sealed record Kruissignaal(
    string Soort,
    IReadOnlyList<string> Regels,
    IReadOnlyList<Vindplaats> Elders,
    string Uitleg,
    string Artikel,
    DateOnly? Week = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Uren = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? MeesteUren = null,
    int? Jaar = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? UrenElders = null
);
