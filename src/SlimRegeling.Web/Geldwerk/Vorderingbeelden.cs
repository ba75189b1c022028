namespace SlimRegeling.Web.Geldwerk;

/// <summary>Money, divided over costs, interest and the sum itself; in euro.</summary>
public sealed record Toerekening(decimal Kosten, decimal Rente, decimal Hoofdsom)
{
    public decimal Totaal => Kosten + Rente + Hoofdsom;

    public Toerekening Met(Toerekening ander) => new(Kosten + ander.Kosten, Rente + ander.Rente, Hoofdsom + ander.Hoofdsom);

    /// <summary>In words, when it is more than the sum alone.</summary>
    public string? Waarvan =>
        Kosten == 0 && Rente == 0
            ? null
            : $"hoofdsom {Weergave.Bedrag(Hoofdsom)}, kosten {Weergave.Bedrag(Kosten)}, rente {Weergave.Bedrag(Rente)}";
}

public sealed record Termijn(DateOnly Uiterlijk, decimal Bedrag);

/// <summary>Money that came in, or was set off.</summary>
public sealed record Ontvangst(DateOnly Dag, Toerekening Toegerekend, string Kenmerk);

/// <summary>What lies ready to be signed.</summary>
/// <param name="Nodig">How many others sign in all.</param>
public sealed record Vorderingsvoorstel(
    string Soort,
    string Besluit,
    decimal Bedrag,
    string Hash,
    string Door,
    DateTimeOffset Op,
    IReadOnlyList<string> Handtekeningen,
    int Nodig,
    string? Argument = null,
    DateOnly? Tot = null,
    string? Betaalopdracht = null,
    IReadOnlyList<Termijn>? Termijnen = null
);

/// <summary>A claim as finance sees it; amounts in euro.</summary>
/// <param name="Rente">What ran up until today, whether it was set or not.</param>
/// <param name="Volgende">What to do now, in words.</param>
/// <param name="BelemmeringDoor">Pseudonym of who noted it: another says that it is over.</param>
/// <param name="Teruggegeven">Interest that was paid, was never owed and is paid back; null when there is none.</param>
public sealed record Vorderingbeeld(
    string Vordering,
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Stand,
    string Grondslag,
    decimal Hoofdsom,
    Toerekening Open,
    Toerekening Ontvangen,
    Toerekening Afgeboekt,
    decimal Rente,
    string Volgende,
    DateTimeOffset Ontstaan,
    DateTimeOffset? BeslotenOp = null,
    DateOnly? Uiterlijk = null,
    DateOnly? Aanmaningstermijn = null,
    DateOnly? Verjaart = null,
    decimal? Achterstand = null,
    IReadOnlyList<Termijn>? Regeling = null,
    string? Dwangbevel = null,
    DateOnly? BetekendOp = null,
    string? Belemmering = null,
    Vorderingsvoorstel? Voorstel = null,
    string? Terugzending = null,
    IReadOnlyList<Ontvangst>? Ontvangsten = null,
    string? BelemmeringDoor = null,
    DateOnly? HerinnerdOp = null,
    DateOnly? ErkendOp = null,
    bool VerjaartBinnenkort = false,
    decimal? Teruggegeven = null
)
{
    public string Standtekst => Geldwoorden.Vorderingstand(Stand);
}

/// <summary>A claim as its recipient sees it; amounts in euro.</summary>
/// <param name="Uiterlijk">The last day to pay; null while the letter was not sent.</param>
/// <param name="Iban">To pay to; null when nothing is to be paid.</param>
/// <param name="Teruggegeven">Interest that was paid and never owed, which is paid back; null when there is none.</param>
public sealed record Eigenvordering(
    string Vordering,
    string Stand,
    decimal Hoofdsom,
    Toerekening Open,
    decimal Openstaand,
    IReadOnlyList<Ontvangst> Ontvangsten,
    DateOnly? Uiterlijk = null,
    DateOnly? Aanmaningstermijn = null,
    IReadOnlyList<Termijn>? Regeling = null,
    string? Iban = null,
    string? TenNameVan = null,
    decimal? Teruggegeven = null
)
{
    /// <summary>How it stands for who pays; its English is in the texts.</summary>
    public string Standtekst =>
        Stand switch
        {
            "voldaan" => "U hebt alles betaald",
            "vervallen" => "U hoeft dit niet meer te betalen",
            "regeling" => "U betaalt in termijnen",
            "in-verzuim" or "aangemaand" or "dwangbevel" => "De laatste dag om te betalen is voorbij",
            _ => "Te betalen",
        };
}

public sealed record Eigenvorderingen(string Zaaknummer, IReadOnlyList<Eigenvordering> Vorderingen);
