using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>What a payment waits for, beside a changed account.</summary>
public enum Aanhoudgrond
{
    /// <summary>An objection in the case, until it was decided or somebody looked at it: it suspends nothing (6:16 Awb).</summary>
    Bezwaar,

    /// <summary>An attachment on what the enterprise is to receive (475 Rv), until it is released.</summary>
    Beslag,

    /// <summary>The name of the account cannot be written for a bank, until there is another.</summary>
    Naam,

    /// <summary>The minister means to withdraw (4:56 Awb), until that is over or lasted its thirteen weeks: nobody lets it go before.</summary>
    Opschorting,
}

/// <summary>
/// The payment waits, as finance sees; the case is told of a changed account only. <c>Nummer</c> is that of the objection, the attachment or the proposal to
/// withdraw, or names the account. Of one number and ground there is one.
/// </summary>
[Naam("aanhouding-gelegd")]
public sealed record AanhoudingGelegd(string Zaaknummer, decimal Bedrag, string Nummer, Aanhoudgrond Grond, Instant Op) : Gebeurtenis;

/// <summary>
/// It waits for that no longer. <c>Controleur</c> looked at it; absent where what it waited for is over by itself.
/// </summary>
[Naam("aanhouding-opgeheven")]
public sealed record AanhoudingOpgeheven(
    string Zaaknummer,
    decimal Bedrag,
    string Nummer,
    Aanhoudgrond Grond,
    string? Controleur,
    Verwijzing? Toelichting,
    Instant Op
) : Gebeurtenis;

public sealed record Aanhouding(string Nummer, Aanhoudgrond Grond, Instant Sinds);

public sealed partial record Betaalopdracht
{
    /// <summary>What it waits for beside its account, in the order in which that came.</summary>
    public IReadOnlyList<Aanhouding> Aanhoudingen { get; init; } = [];

    /// <summary>Objections that somebody looked at: for these it does not wait again.</summary>
    public IReadOnlyList<string> GezieneBezwaren { get; init; } = [];

    /// <summary>Pseudonyms of who looked at what held it and let it go, and of who said that the bank did not carry it out, or that it came back.</summary>
    public IReadOnlyList<string> Vrijgevers { get; init; } = [];

    public Betaalopdracht Apply(AanhoudingGelegd e) =>
        this with
        {
            Aanhoudingen = [.. Aanhoudingen, new Aanhouding(e.Nummer, e.Grond, e.Op)],
            Ronde = null,
        };

    public Betaalopdracht Apply(AanhoudingOpgeheven e) =>
        this with
        {
            Aanhoudingen = [.. Aanhoudingen.Where(a => a.Nummer != e.Nummer || a.Grond != e.Grond)],
            GezieneBezwaren = e.Grond == Aanhoudgrond.Bezwaar ? [.. GezieneBezwaren, e.Nummer] : GezieneBezwaren,
            Vrijgevers = e.Controleur is null || Vrijgevers.Contains(e.Controleur) ? Vrijgevers : [.. Vrijgevers, e.Controleur],
        };

    /// <summary>Lays a hold, once; what is on its way to the bank cannot be stopped here any more.</summary>
    public Beslissing HoudAan(string nummer, Aanhoudgrond grond, Instant nu) =>
        !Open || Heeft(nummer, grond) ? Beslissing.Geen : new AanhoudingGelegd(Opdracht.Zaaknummer, Opdracht.Bedrag, nummer, grond, nu);

    /// <summary>Takes a hold away, if it is there.</summary>
    public Beslissing HefOp(string nummer, Aanhoudgrond grond, string? controleur, Verwijzing? toelichting, Instant nu) =>
        Heeft(nummer, grond)
            ? new AanhoudingOpgeheven(Opdracht.Zaaknummer, Opdracht.Bedrag, nummer, grond, controleur, toelichting, nu)
            : Beslissing.Geen;

    public bool Heeft(string nummer, Aanhoudgrond grond) => Aanhoudingen.Any(a => a.Nummer == nummer && a.Grond == grond);
}
