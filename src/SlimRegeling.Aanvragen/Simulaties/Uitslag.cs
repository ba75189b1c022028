using System.ComponentModel;
using NodaTime;

namespace SlimRegeling.Aanvragen.Simulaties;

/// <summary>
/// What becomes of a window under other rules or another ceiling, beside what becomes of it as it is. Nothing of it is decided: an application
/// that was not assessed yet counts as if every judgment of an assessor were favourable.
/// </summary>
/// <param name="Op">The moment that was looked at.</param>
/// <param name="PlafondVoor">Euro.</param>
/// <param name="PlafondNa">Euro.</param>
/// <param name="RegelhashVoor">Which state of the rule version, as it is.</param>
/// <param name="RegelhashNa">Which state of the rule version, with the changes.</param>
/// <param name="NaarUitkomst">By outcome; refusals by their first reason.</param>
/// <param name="AndereUitkomst">The cases whose outcome changes, in the order of the window.</param>
/// <param name="Aannames">What this computation takes for granted, in words.</param>
[Description("Wat er van het tijdvak komt zoals het is (voor) en met de wijzigingen (na).")]
public sealed record Uitslag(
    string Tijdvak,
    string Regelversie,
    [property: Description("Het moment waarop is gekeken.")] Instant Op,
    IReadOnlyList<Simuleren.Wijziging> Wijzigingen,
    decimal PlafondVoor,
    decimal PlafondNa,
    [property: Description("De stand van de regelversie, zonder de wijzigingen.")] string RegelhashVoor,
    [property: Description("De stand van de regelversie, met de wijzigingen.")] string RegelhashNa,
    Vergelijk Totaal,
    IReadOnlyList<Groep> NaarAanvragertype,
    [property: Description("klein, middelgroot of groot; geen voor een samenwerkingsverband of als de gegevens zijn vernietigd.")]
        IReadOnlyList<Groep> NaarGrootteklasse,
    [property: Description("landbouw, visserij, wegvervoer of overig; bij een grootbedrijf ook horeca en recreatie.")]
        IReadOnlyList<Groep> NaarSector,
    [property: Description(
        "toegekend, ingetrokken, niet-op-de-lijst, of bij een afwijzing de code van de eerste eis of grond die in de weg staat."
    )]
        IReadOnlyList<Groep> NaarUitkomst,
    [property: Description("De zaken die anders uitvallen, op volgorde van het tijdvak.")] IReadOnlyList<AndereUitkomst> AndereUitkomst,
    [property: Description("Waar deze berekening van uitgaat.")] IReadOnlyList<string> Aannames
)
{
    /// <summary>The same without naming these cases; they count.</summary>
    internal Uitslag Zonder(IReadOnlySet<string> zaken) =>
        this with
        {
            AndereUitkomst = [.. AndereUitkomst.Where(a => !zaken.Contains(a.Zaaknummer))],
        };
}

public sealed record Vergelijk(Telling Voor, Telling Na);

/// <param name="Code">An applicant type, a size class (<c>klein</c>, <c>middelgroot</c>, <c>groot</c>), a sector or an outcome.</param>
public sealed record Groep(string Code, Telling Voor, Telling Na);

/// <summary>Numbers of applications and their amounts in euro.</summary>
/// <param name="Gevraagd">What all of them ask.</param>
/// <param name="Subsidie">What those that are granted get.</param>
/// <param name="Voorschot">What of that is payable with the award.</param>
/// <param name="AfgewezenBedrag">What those that are refused ask.</param>
/// <param name="DoetNietMee">Withdrawn, or not on the list of the window.</param>
[Description("Aantallen aanvragen en hun bedragen in euro.")]
public sealed record Telling(
    int Aantal,
    [property: Description("Wat alle aanvragen samen vragen.")] decimal Gevraagd,
    int Toegekend,
    [property: Description("Wat de toegekende aanvragen samen krijgen.")] decimal Subsidie,
    [property: Description("Wat daarvan bij de verlening wordt betaald.")] decimal Voorschot,
    int Afgewezen,
    [property: Description("Wat de afgewezen aanvragen samen vragen.")] decimal AfgewezenBedrag,
    [property: Description("Ingetrokken, of niet op de lijst van het tijdvak.")] int DoetNietMee
)
{
    public static Telling Nul { get; } = new(0, 0m, 0, 0m, 0m, 0, 0m, 0);

    internal Telling Met(decimal gevraagd, Zaakuitkomst uitkomst) =>
        this with
        {
            Aantal = Aantal + 1,
            Gevraagd = Gevraagd + gevraagd,
            Toegekend = Toegekend + (uitkomst.Uitkomst == Simulatieuitkomst.Toegekend ? 1 : 0),
            Subsidie = Subsidie + uitkomst.Subsidie,
            Voorschot = Voorschot + uitkomst.Voorschot,
            Afgewezen = Afgewezen + (uitkomst.Uitkomst == Simulatieuitkomst.Afgewezen ? 1 : 0),
            AfgewezenBedrag = AfgewezenBedrag + (uitkomst.Uitkomst == Simulatieuitkomst.Afgewezen ? gevraagd : 0m),
            DoetNietMee = DoetNietMee + (uitkomst.Uitkomst is Simulatieuitkomst.Ingetrokken or Simulatieuitkomst.NietOpDeLijst ? 1 : 0),
        };
}

public enum Simulatieuitkomst
{
    Toegekend,
    Afgewezen,
    Ingetrokken,
    NietOpDeLijst,
}

/// <param name="Subsidie">Euro; zero unless granted.</param>
/// <param name="Voorschot">Euro; zero unless granted.</param>
/// <param name="Reden">Why it is refused: the first that stands in the way.</param>
public sealed record Zaakuitkomst(Simulatieuitkomst Uitkomst, decimal Subsidie, decimal Voorschot, Reden? Reden = null);

/// <param name="Code">A requirement, ground or line of the computation of the rule version.</param>
public sealed record Reden(string Code, string Artikel, string Uitleg);

/// <param name="Waarom">The rules that come out otherwise.</param>
/// <param name="Rang">Absent while the order of the window is not fixed.</param>
public sealed record AndereUitkomst(string Zaaknummer, Zaakuitkomst Van, Zaakuitkomst Naar, IReadOnlyList<Reden> Waarom, int? Rang = null);
