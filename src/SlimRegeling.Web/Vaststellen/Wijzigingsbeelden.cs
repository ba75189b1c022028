namespace SlimRegeling.Web.Vaststellen;

/// <param name="Code">KVK number of a party, or letter of an activity.</param>
/// <param name="Bedrag">Euro.</param>
public sealed record Wijzigingsdeel(string Code, decimal Bedrag);

/// <param name="Uitkomst">toegewezen or afgewezen.</param>
/// <param name="WaaromNiet">Why the reader cannot sign it; null when they can.</param>
public sealed record Wijzigingsvoorstel(
    string Hash,
    string Uitkomst,
    string Door,
    DateTimeOffset Op,
    string? Grond = null,
    string? Argument = null,
    string? WaaromNiet = null,
    Wijzigingstoetreding? Toetreding = null
);

/// <summary>What was confirmed of the parties of a change; of those that receive more null where nobody does.</summary>
/// <param name="Mkbverklaring">aanwezig or geen-mkb-onderneming.</param>
/// <param name="Steunruimte">Euro, by KVK number.</param>
/// <param name="Samenstelling">That it still is a partnership; null where no party leaves or joins.</param>
public sealed record Wijzigingstoetreding(
    bool? DeMinimisverklaring = null,
    string? Mkbverklaring = null,
    IReadOnlyDictionary<string, decimal>? Steunruimte = null,
    bool? Samenstelling = null
);

/// <summary>What is to be confirmed before a party leaves or joins.</summary>
/// <param name="Artikel">Follows the word "artikel".</param>
public sealed record Samenstellingsvraag(string Vraag, string Artikel);

/// <param name="Versienummer">Of the award as it was restated; null of a refusal.</param>
public sealed record Wijzigingsbesluit(
    string Nummer,
    DateOnly Datum,
    string Uitkomst,
    bool TeLaat,
    string? Grond = null,
    string? Grondtitel = null,
    string? Artikel = null,
    string? Argument = null,
    int? Versienummer = null,
    IReadOnlyList<string>? Ondertekenaars = null
);

/// <summary>What an item of the budget of an activity would be, in euro before the surcharge.</summary>
/// <param name="Titel">As people read it.</param>
public sealed record Wijzigingspost(string Activiteit, string Code, string Titel, decimal Bedrag);

/// <summary>A change that was asked.</summary>
/// <param name="Soort">plan, begroting, uitstel, partij-treedt-uit or partij-treedt-toe.</param>
/// <param name="Stand">gevraagd, voorgesteld, ingetrokken, toegewezen or afgewezen.</param>
/// <param name="Terugzending">Why the last proposal went back.</param>
/// <param name="Gronden">On which it can be refused now; null when it is decided on or withdrawn.</param>
/// <param name="Groeit">What each party would receive above what it has now.</param>
/// <param name="VerwachtOp">The later day to decide that the recipient was told; null when none was.</param>
/// <param name="Posten">All items of the activities in which it shifts, where that is told.</param>
/// <param name="Samenstelling">Null when no party leaves or joins.</param>
public sealed record Wijzigingsbeeld(
    string Nummer,
    string Soort,
    string Titel,
    string Stand,
    DateTimeOffset GevraagdOp,
    DateOnly BeslissenUiterlijk,
    string Termijnartikel,
    IReadOnlyList<string> Documenten,
    string? Reden = null,
    DateOnly? NieuwEinde = null,
    string? Partij = null,
    IReadOnlyList<Wijzigingsdeel>? Verdeling = null,
    IReadOnlyList<Wijzigingsdeel>? Activiteiten = null,
    Wijzigingsvoorstel? Voorstel = null,
    string? Terugzending = null,
    Wijzigingsbesluit? Besluit = null,
    IReadOnlyList<string>? Gronden = null,
    Dwangsombeeld? Dwangsom = null,
    IReadOnlyList<Wijzigingsdeel>? Groeit = null,
    DateOnly? VerwachtOp = null,
    IReadOnlyList<Wijzigingspost>? Posten = null,
    Samenstellingsvraag? Samenstelling = null
)
{
    public bool IsOpen => Stand is "gevraagd" or "voorgesteld";

    /// <summary>The last part of the number, as the address of a step has it.</summary>
    public string Volgnummer => Nummer[(Nummer.LastIndexOf("-W", StringComparison.Ordinal) + 2)..];

    public string Standtekst =>
        Stand switch
        {
            "gevraagd" => "Gevraagd",
            "voorgesteld" => "Voorgesteld",
            "ingetrokken" => "Ingetrokken door de ontvanger",
            "toegewezen" => "Toegewezen",
            "afgewezen" => "Afgewezen",
            _ => Stand,
        };
}

/// <param name="UitersteEinde">To which the period can be made longer, all together.</param>
public sealed record Wijzigingenbeeld(
    string Zaaknummer,
    DateOnly PeriodeTot,
    DateOnly UitersteEinde,
    IReadOnlyList<Wijzigingsbeeld> Wijzigingen
);

/// <param name="Wat">bedrag, voorschot, subsidiabele-kosten, periode-tot, partij, activiteit, post, plan or begroting.</param>
public sealed record Versieverschil(string Wat, string? Welke = null, string? Was = null, string? Wordt = null)
{
    public string Titel =>
        Wat switch
        {
            "bedrag" => "Subsidie",
            "voorschot" => "Voorschot",
            "subsidiabele-kosten" => "Subsidiabele kosten",
            "periode-tot" => "Einde van de initiatiefperiode",
            "partij" => $"Deel van KVK {Welke}",
            "activiteit" => $"Activiteit {Welke}",
            "post" => $"Begroot voor {Welke}",
            "plan" => "Het plan is gewijzigd",
            "begroting" => "De begroting is binnen een activiteit verschoven",
            _ => Wat,
        };
}

/// <summary>A part of what a version of the award says, changed by it or not.</summary>
public sealed record Versieonderdeel(string Wat, string Waarde, string? Welke = null, bool? Gewijzigd = null)
{
    public string Titel =>
        Wat switch
        {
            "percentage" => "Percentage van die kosten",
            "periode-van" => "Begin van de initiatiefperiode",
            "plan" => "Het plan",
            _ => new Versieverschil(Wat, Welke).Titel,
        };
}

/// <summary>The award as it was given, or restated.</summary>
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
    public string Aanleidingstekst =>
        Aanleiding switch
        {
            "verlening" => "verleend",
            "bezwaar" => "na bezwaar",
            "herstel" => "fout hersteld",
            "intrekking" => "deels of helemaal ingetrokken",
            "plan" => "ander plan",
            "begroting" => "verschuiving in de begroting",
            "uitstel" => "langere initiatiefperiode",
            "partij-treedt-uit" => "partij trad uit",
            "partij-treedt-toe" => "partij trad toe",
            _ => Aanleiding,
        };
}

/// <summary>The second advance of a partnership, after its progress report; amounts in euro.</summary>
/// <param name="Hash">What is signed; null while nothing is proposed.</param>
/// <param name="WaaromNiet">Why it cannot be proposed, or not be signed by the reader; null when it can.</param>
/// <param name="Besluit">Number of the decision that gave it.</param>
public sealed record Voorschotbeeld(
    string Zaaknummer,
    decimal Bedrag,
    DateTimeOffset? VerslagOntvangenOp = null,
    bool TeLaat = false,
    string? Hash = null,
    string? Door = null,
    DateTimeOffset? Op = null,
    string? Argument = null,
    string? WaaromNiet = null,
    string? Terugzending = null,
    string? Besluit = null
);

/// <param name="Toelichting">Null when it was destroyed.</param>
public sealed record Voortgangsverslag(DateTimeOffset Op, bool TeLaat, IReadOnlyList<string> Documenten, string? Toelichting = null);

/// <param name="Uiterlijk">The last day to report again.</param>
/// <param name="Reden">Null when it was destroyed.</param>
public sealed record Verslagterugzending(DateTimeOffset Op, DateOnly Uiterlijk, string? Reden = null);

/// <param name="Van">The first day on which the report can be given; null where none is asked.</param>
public sealed record Voortgangsbeeld(
    string Zaaknummer,
    decimal Voorschotten,
    DateOnly? Van = null,
    DateOnly? Uiterlijk = null,
    string? Artikel = null,
    Voortgangsverslag? Verslag = null,
    decimal? TweedeVoorschot = null,
    string? Besluit = null,
    Verslagterugzending? Teruggezonden = null
);
