using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>A letter as it is read out, made with the template of the program.</summary>
internal static class Brieflezing
{
    public const string Bezwaarkop = "Bent u het niet eens met dit besluit?";

    /// <summary>Six weeks after 22 June 2026 is Monday 3 August.</summary>
    public static readonly string[] Bezwaar =
    [
        Bezwaarkop,
        "6 weken na de dag waarop wij deze brief hebben verzonden",
        "tot en met 3 augustus 2026",
        "6:7 en 6:8 Awb",
        "6:5 Awb",
    ];

    public static string Lees(Briefgeval geval)
    {
        using var brief = new GelezenBrief(Pdfbrief.Maak(Brieftekst.Van(Briefsoorten.Van(geval.Opdracht).Ingebouwd, geval, Bouwbedrijf)));
        return brief.Voorgelezen();
    }

    public static string Tekst(Briefopdracht opdracht, Onderbouwing? onderbouwing = null) =>
        Lees(new(opdracht, Regelboek.Versie("slim-2026"), Dag, onderbouwing));

    public static void Bevat(Briefopdracht opdracht, IEnumerable<string> zinnen)
    {
        var tekst = Tekst(opdracht);
        Assert.All(zinnen, zin => Assert.Contains(zin, tekst, StringComparison.Ordinal));
    }
}
