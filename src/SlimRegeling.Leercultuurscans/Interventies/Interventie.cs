using NodaTime;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Interventies;

/// <summary>Something a firm can do. Lists say for whom it is; an empty one leaves nobody out.</summary>
/// <param name="Dimensies">Codes of the common dimensions that it works on.</param>
/// <param name="Fasen">For whom lacks <c>weten</c>, <c>willen</c> or <c>kunnen</c> first.</param>
/// <param name="Doelgroepen"><c>praktisch</c>, <c>flex</c>, <c>50-plus</c>.</param>
/// <param name="Belemmeringen">What it takes away.</param>
/// <param name="Inspanning"><c>klein</c>, <c>middel</c> or <c>groot</c>.</param>
/// <param name="Kosten"><c>geen</c>, <c>laag</c> (to € 1,000), <c>middel</c> (to € 10,000) or <c>hoog</c>.</param>
/// <param name="Routes">How it can be paid: <c>slim-a</c>, <c>slim-b</c>, <c>slim-c</c>, <c>oeno-fonds</c>, <c>expeditie</c>, <c>ngf</c>,
/// <c>bibliotheek</c>, <c>zelf</c>.</param>
/// <param name="Bewijs"><c>onderzocht</c>, <c>praktijkvoorbeeld</c> or <c>mening</c>.</param>
/// <param name="GecontroleerdOp">When somebody last looked whether it is still so.</param>
/// <param name="Actief">False: no report names it any more; old reports still do.</param>
public sealed record Interventie(
    string Id,
    Tweetalig Naam,
    Tweetalig Omschrijving,
    IReadOnlyList<string> Dimensies,
    IReadOnlyList<string> Fasen,
    IReadOnlyList<string> Doelgroepen,
    IReadOnlyList<string> Groottes,
    IReadOnlyList<string> Sectoren,
    IReadOnlyList<string> Belemmeringen,
    string Inspanning,
    string Kosten,
    IReadOnlyList<string> Routes,
    string Bewijs,
    string Bron,
    string Eigenaar,
    LocalDate GecontroleerdOp,
    bool Actief = true
)
{
    internal static readonly IReadOnlyList<string> Doelgroepkeuzes = Keuzelijsten.Doelgroepen.Codes();
    internal static readonly IReadOnlyList<string> Inspanningen = ["klein", "middel", "groot"];
    internal static readonly IReadOnlyList<string> Kostenklassen = ["geen", "laag", "middel", "hoog"];
    internal static readonly IReadOnlyList<string> Routekeuzes = Keuzelijsten.Routes.Codes();

    /// <summary>The strongest first.</summary>
    internal static readonly IReadOnlyList<string> Bewijzen = ["onderzocht", "praktijkvoorbeeld", "mening"];

    /// <summary>What is wrong with it as someone wrote it.</summary>
    public IReadOnlyList<Fout> Controleer()
    {
        var fouten = new List<Fout>();
        Eis(Naam.Nl.Length > 0 && Naam.En.Length > 0, "naam", "Geef de naam in het Nederlands en in het Engels.");
        Eis(Omschrijving.Nl.Length > 0 && Omschrijving.En.Length > 0, "omschrijving", "Omschrijf haar in het Nederlands en in het Engels.");
        Uit(Dimensies, Instrumenten.Dimensies.Codes, "dimensies");
        Eis(Dimensies.Count > 0, "dimensies", "Noem ten minste één dimensie.");
        Uit(Fasen, Keuzelijsten.Fasen.Codes(), "fasen");
        Uit(Doelgroepen, Doelgroepkeuzes, "doelgroepen");
        Uit(Groottes, Keuzelijsten.Groottes.Codes(), "groottes");
        Uit(Sectoren, Keuzelijsten.Sectoren.Codes(), "sectoren");
        Uit(Belemmeringen, Keuzelijsten.Belemmeringen.Codes(), "belemmeringen");
        Uit([Inspanning], Inspanningen, "inspanning");
        Uit([Kosten], Kostenklassen, "kosten");
        Uit(Routes, Routekeuzes, "routes");
        Uit([Bewijs], Bewijzen, "bewijs");
        Eis(Bron.Length > 0, "bron", "Noem de bron.");
        Eis(Eigenaar.Length > 0, "eigenaar", "Noem wie haar bijhoudt.");
        return fouten;

        void Eis(bool goed, string veld, string uitleg)
        {
            if (!goed)
            {
                fouten.Add(new Fout(veld, uitleg));
            }
        }

        void Uit(IReadOnlyList<string> gekozen, IReadOnlyList<string> mogelijk, string veld) =>
            Eis(!gekozen.Except(mogelijk).Any(), veld, $"Kies uit {string.Join(", ", mogelijk)}.");
    }
}

/// <summary>The scheme manager wrote an intervention, or wrote it anew. It is data of the house and names no person.</summary>
[Naam("interventie-beschreven")]
public sealed record InterventieBeschreven(Interventie Interventie, Instant Op) : Gebeurtenis;

/// <summary>An intervention as it was written last.</summary>
public sealed record Interventiestand
{
    /// <summary>Its stream. Every stream of the context has its id from one space, and an indicator may well be called the same.</summary>
    public static string Stroom(string interventie) => $"interventie-{interventie}";

    public string Id { get; init; } = "";
    public Interventie? Interventie { get; init; }

    public Interventiestand Apply(InterventieBeschreven e) => this with { Interventie = e.Interventie };
}
