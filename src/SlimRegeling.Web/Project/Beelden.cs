using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Project;

/// <summary>An award and its accounting, as its recipient reads them.</summary>
/// <param name="Wijze">ambtshalve or aanvraag.</param>
/// <param name="VerzoekUiterlijk">The last day to ask for the settlement; null where none is asked.</param>
/// <param name="BewijsUiterlijk">The last day to send proof; null while none is asked.</param>
/// <param name="LaatsteTermijn">The one that is given to who did not ask in time; null while none was set.</param>
/// <param name="VerwachtOp">By when the recipient was told to expect a settlement that comes late; null when they were not.</param>
/// <param name="Scans">Evidence that scans were done.</param>
public sealed record Projectbeeld(
    string Fase,
    decimal Verleend,
    decimal Voorschot,
    DateOnly PeriodeVan,
    DateOnly PeriodeTot,
    string Wijze,
    IReadOnlyList<string> Activiteiten,
    DateOnly? VaststellenUiterlijk = null,
    DateOnly? VerzoekUiterlijk = null,
    DateOnly? BewijsUiterlijk = null,
    Vastgesteldbeeld? Besluit = null,
    Verzoektermijn? LaatsteTermijn = null,
    DateOnly? VerwachtOp = null,
    IReadOnlyList<Bewijsbeeld>? Scans = null
)
{
    public bool OpVerzoek => Wijze == "aanvraag";

    /// <summary>Proof is asked and nothing was proposed yet.</summary>
    public bool KanBewijzen => Fase is "in-steekproef" or "bewijs-ontvangen";
}

public sealed record Verzoektermijn(DateOnly Uiterlijk, string Artikel);

public sealed record Vastgesteldbeeld(string Nummer, DateOnly Datum, decimal Vastgesteld, decimal NogTeBetalen);

/// <param name="Wat">bedrag, voorschot, subsidiabele-kosten, periode-tot, partij, activiteit, post, plan or begroting.</param>
public sealed record Versieverschil(string Wat, string? Welke = null, string? Was = null, string? Wordt = null)
{
    /// <summary>In Dutch.</summary>
    public string Titel =>
        Wat switch
        {
            "bedrag" => "Subsidie",
            "voorschot" => "Voorschot",
            "subsidiabele-kosten" => "Kosten die meetellen",
            "periode-tot" => "Laatste dag van de periode",
            "partij" => "Partij",
            "activiteit" => "Activiteit",
            "post" => "Begrotingspost",
            "plan" => "Het plan",
            _ => "De begroting binnen een activiteit",
        };
}

/// <summary>A part of what a version of the award says, changed by it or not.</summary>
public sealed record Versieonderdeel(string Wat, string Waarde, string? Welke = null, bool? Gewijzigd = null)
{
    /// <summary>In Dutch.</summary>
    public string Titel =>
        Wat switch
        {
            "percentage" => "Deel van die kosten",
            "periode-van" => "Eerste dag van de periode",
            _ => new Versieverschil(Wat, Welke).Titel,
        };
}

/// <param name="Inhoud">The whole award as this version has it; null of what was told before it was.</param>
public sealed record Verleningversie(
    int Nummer,
    string Besluit,
    DateOnly Datum,
    string Aanleiding,
    IReadOnlyList<Versieverschil> Verschillen,
    IReadOnlyList<Versieonderdeel>? Inhoud = null
)
{
    /// <summary>In Dutch.</summary>
    public string Titel =>
        Aanleiding switch
        {
            "verlening" => "Zoals eerst verleend",
            "bezwaar" => "Na bezwaar",
            "herstel" => "Een fout hersteld",
            "intrekking" => "Ingetrokken of verlaagd",
            _ => "Op uw verzoek gewijzigd",
        };
}

public sealed record Wijzigingsdeel(string Code, decimal Bedrag);

/// <summary>An item of the budget of an activity, in euro before the surcharge.</summary>
/// <param name="Titel">In Dutch.</param>
public sealed record Wijzigingspost(string Activiteit, string Code, string Titel, decimal Bedrag);

public sealed record Wijzigingsbesluit(
    string Nummer,
    DateOnly Datum,
    string Uitkomst,
    string? Grondtitel = null,
    string? Artikel = null,
    string? Argument = null
);

/// <param name="BeslissenUiterlijk">The later day when that was told in time.</param>
/// <param name="Reden">Null when it was destroyed.</param>
/// <param name="VerwachtOp">That later day; null when none was told.</param>
public sealed record Wijzigingsregel(
    string Nummer,
    string Soort,
    string Stand,
    DateTimeOffset GevraagdOp,
    DateOnly BeslissenUiterlijk,
    string? Reden = null,
    DateOnly? NieuwEinde = null,
    string? Partij = null,
    IReadOnlyList<Wijzigingsdeel>? Verdeling = null,
    IReadOnlyList<Wijzigingsdeel>? Activiteiten = null,
    Wijzigingsbesluit? Besluit = null,
    DateOnly? VerwachtOp = null
)
{
    public bool Loopt => Stand == "gevraagd";

    public string Toestand =>
        Stand switch
        {
            "gevraagd" => "Wacht op ons besluit",
            "ingetrokken" => "Ingetrokken",
            "toegewezen" => "Toegewezen",
            _ => "Afgewezen",
        };

    /// <summary>What it is withdrawn by: the part behind the number of the case.</summary>
    public string Volgnummer => Nummer[(Nummer.LastIndexOf('W') + 1)..];
}

/// <param name="Aandelen">What each activity weighs in the subsidy now; null when the award did not tell.</param>
/// <param name="Posten">What each item of costs is now, before the surcharge; null when it is known of no activity.</param>
public sealed record Wijzigingenbeeld(
    DateOnly PeriodeTot,
    DateOnly UitersteEinde,
    IReadOnlyList<Wijzigingsregel> Wijzigingen,
    IReadOnlyList<Wijzigingsdeel>? Aandelen = null,
    IReadOnlyList<Wijzigingspost>? Posten = null
);

/// <param name="Toelichting">Null when it was destroyed.</param>
public sealed record Voortgangsgift(DateTimeOffset Op, bool TeLaat, IReadOnlyList<string> Documenten, string? Toelichting = null);

/// <param name="Uiterlijk">The last day to report again.</param>
/// <param name="Reden">Null when it was destroyed.</param>
public sealed record Voortgangsterugzending(DateTimeOffset Op, DateOnly Uiterlijk, string? Reden = null);

/// <param name="Van">The first day on which it can be given; null where none is asked.</param>
/// <param name="Teruggezonden">Null when the last report did not go back.</param>
public sealed record Voortgangsbeeld(
    decimal Voorschotten,
    DateOnly? Van = null,
    DateOnly? Uiterlijk = null,
    string? Artikel = null,
    Voortgangsgift? Verslag = null,
    decimal? TweedeVoorschot = null,
    string? Besluit = null,
    Voortgangsterugzending? Teruggezonden = null,
    Verslagmodel? Model = null
);

public sealed record Intrekkingsgrond(string Code, string Titel, string Artikel);

/// <param name="Tekst">Null when they said to have nothing to say, or it was destroyed.</param>
public sealed record Zienswijzeregel(DateOnly OntvangenOp, string Wijze, string? Tekst = null);

/// <summary>What the minister means to withdraw.</summary>
public sealed record Voornemenbeeld(
    string Intrekking,
    Intrekkingsgrond Grond,
    decimal Bedrag,
    decimal Was,
    decimal Terugvordering,
    IReadOnlyList<Zienswijzeregel> Zienswijzen,
    DateOnly? ReagerenTotEnMet = null,
    string? Argument = null
);

public sealed record Intrekkingenbeeld(Voornemenbeeld? Voorstel = null);

/// <summary>What of a partnership each party receives, as the award has it.</summary>
public sealed record Verleendepartij(string KvkNummer, decimal Bedrag);

public sealed record Verleendbesluit(decimal Bedrag, IReadOnlyList<string> Activiteiten, IReadOnlyList<Verleendepartij> Partijen);

public sealed record Verleendbeeld(Verleendbesluit? Besluit = null);

/// <summary>An item of the budget; both amounts are before the surcharge.</summary>
/// <param name="Titel">In Dutch.</param>
/// <param name="Uitleggen">Whether the difference must be explained.</param>
public sealed record Poststand(string Code, string Titel, decimal Kosten, decimal Begroot, bool Uitleggen = false);

/// <param name="Begroot">What the award counted for it; null when it does not tell.</param>
/// <param name="Uitleggen">Whether the difference must be explained of the activity as a whole.</param>
/// <param name="Posten">Null when the award does not tell them.</param>
public sealed record Activiteitstand(
    string Soort,
    int Regels,
    decimal Kosten,
    decimal MetOpslag,
    decimal? Begroot = null,
    bool Uitleggen = false,
    IReadOnlyList<Poststand>? Posten = null
);

/// <param name="Subsidie">What the award gives this party.</param>
/// <param name="Vanaf">When it joined; null of one that the award was given to.</param>
/// <param name="Vertrokken">When it left; null of one that takes part.</param>
public sealed record Partijdeel(
    string KvkNummer,
    int Regels,
    decimal Kosten,
    decimal Subsidie,
    DateOnly? Vanaf = null,
    DateOnly? Vertrokken = null
);

/// <param name="Model">Null of what has none.</param>
public sealed record Verslageis(string Code, string Titel, string Artikel, bool Gegeven, Verslagmodel? Model = null);

/// <summary>The minister's model, on which a report is made.</summary>
/// <param name="Adres">Null while no address is known.</param>
/// <param name="Waar">In words where it is found; null when there is an address.</param>
public sealed record Verslagmodel(string Artikel, string? Adres = null, string? Waar = null);

/// <summary>What a draft comes to beside the award, and what it lacks.</summary>
/// <param name="Soorten">The kinds of lines that this award knows.</param>
/// <param name="WaaromNiet">Why nothing can be written or sent now; null when it can.</param>
public sealed record Declaratiestand(
    DateOnly PeriodeVan,
    DateOnly PeriodeTot,
    DateOnly VerzoekUiterlijk,
    decimal Verleend,
    decimal Gedeclareerd,
    int Regels,
    IReadOnlyList<string> Soorten,
    IReadOnlyList<Activiteitstand> Activiteiten,
    IReadOnlyList<Partijdeel> Partijen,
    IReadOnlyList<Verslageis> Verslagen,
    IReadOnlyList<Fout> Ontbreekt,
    int Aantal,
    string? WaaromNiet = null
)
{
    public bool IsOpen => WaaromNiet is null;
}

/// <param name="Vraag">Null when it was destroyed.</param>
public sealed record Declaratievraag(DateOnly Uiterlijk, DateTimeOffset GevraagdOp, string? Vraag = null);

/// <param name="Regel">The id of the line.</param>
/// <param name="Bedrag">What counts of it, when it was changed.</param>
public sealed record Regeloordeel(string Regel, string Uitkomst, decimal? Bedrag = null, string? Reden = null, string? Artikel = null);

/// <summary>What was sent; all absent when nothing was.</summary>
/// <param name="Oordelen">Null until it is settled.</param>
public sealed record Declaratiegift(
    DateTimeOffset? IngediendOp = null,
    bool TeLaat = false,
    decimal? Gevraagd = null,
    Declaratievraag? Aanvulling = null,
    IReadOnlyList<Regeloordeel>? Oordelen = null
)
{
    /// <summary>A completion was asked, and did not come yet.</summary>
    public bool VraagtAanvulling => Aanvulling is { } vraag && IngediendOp < vraag.GevraagdOp;
}
