using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>A field that a template may name.</summary>
/// <param name="Uitleg">What stands there in a letter.</param>
/// <param name="Alleen">The condition within which it means something; null when it always does.</param>
public sealed record Veld(string Naam, string Uitleg, string? Alleen = null);

/// <summary>What a part of a template can hang on.</summary>
public sealed record Voorwaarde(string Naam, string Uitleg);

/// <summary>Rows: a line of a list or a table that names one of its fields comes once for each.</summary>
/// <param name="Velden">By their full names, such as <c>grond.titel</c>.</param>
public sealed record Lijst(string Naam, string Uitleg, IReadOnlyList<Veld> Velden);

/// <summary>
/// What the templates of one kind of letter may name, in Dutch terms, and where each comes from. Fields are added and never taken away: a template
/// that was signed must still be filled by later programs.
/// </summary>
public sealed class Briefvelden
{
    private readonly Dictionary<string, (Veld Veld, Func<Briefgeval, string> Waarde)> _velden = [];
    private readonly Dictionary<string, (Voorwaarde Voorwaarde, Func<Briefgeval, bool> Geldt)> _voorwaarden = [];
    private readonly Dictionary<
        string,
        (Lijst Lijst, Func<Briefgeval, IReadOnlyList<IReadOnlyDictionary<string, string>>> Rijen)
    > _lijsten = [];
    private readonly HashSet<string> _verplicht = [];

    public Briefvelden() =>
        Veld("zaaknummer", "het nummer van de zaak", g => g.Opdracht.Zaaknummer)
            .Veld("kenmerk", "het kenmerk van het besluit, of anders dat van het bezwaar of de zaak", g => g.Opdracht.Kenmerk)
            .Veld("dag van verzenden", "de datum van de brief", g => Datumtekst.Van(g.Dag))
            .Veld("afzender", "de naam van de uitvoerder", _ => Uitvoerder.Naam)
            .Veld("postadres", "het postadres van de uitvoerder", _ => Uitvoerder.Postadres);

    public IEnumerable<Veld> Velden => _velden.Values.Select(v => v.Veld);

    public IEnumerable<Voorwaarde> Voorwaarden => _voorwaarden.Values.Select(v => v.Voorwaarde);

    public IEnumerable<Lijst> Lijsten => _lijsten.Values.Select(l => l.Lijst);

    /// <summary>Fields that a template must name, in every letter in which they mean something.</summary>
    public IReadOnlySet<string> Verplicht => _verplicht;

    /// <summary>What the letter of any decision has: when the objection term ends, and by which article (3:45 Awb).</summary>
    public Briefvelden MetBezwaar() =>
        Veld("termijn voor bezwaar", "zoals: 6 weken", g => Duur(g.Versie.Termijn(Termijncode.Bezwaar)))
            .Veld(
                "laatste dag voor bezwaar",
                "de laatste dag van de bezwaartermijn, vanaf de dag van verzenden",
                g => Datumtekst.Van(Termijnen.Einde(g.Versie, Termijncode.Bezwaar, g.Dag))
            )
            .Veld("artikel bezwaar", "het artikel van de bezwaartermijn", g => g.Versie.Termijn(Termijncode.Bezwaar).Artikel)
            .MoetNoemen("kenmerk", "laatste dag voor bezwaar", "artikel bezwaar", "afzender", "postadres");

    internal Briefvelden Veld(string naam, string uitleg, Func<Briefgeval, string> waarde, string? alleen = null)
    {
        _velden.Add(naam, (new Veld(naam, uitleg, alleen), waarde));
        return this;
    }

    internal Briefvelden Als(string naam, string uitleg, Func<Briefgeval, bool> geldt)
    {
        _voorwaarden.Add(naam, (new Voorwaarde(naam, uitleg), geldt));
        return this;
    }

    /// <param name="velden">The last part of each name, what it is and its text.</param>
    internal Briefvelden Lijst<TRij>(
        string naam,
        string uitleg,
        Func<Briefgeval, IEnumerable<TRij>> rijen,
        params IReadOnlyList<(string Naam, string Uitleg, Func<TRij, Briefgeval, string> Waarde)> velden
    )
    {
        _lijsten.Add(
            naam,
            (
                new Lijst(naam, uitleg, [.. velden.Select(v => new Veld($"{naam}.{v.Naam}", v.Uitleg))]),
                g => [.. rijen(g).Select(rij => velden.ToDictionary(v => $"{naam}.{v.Naam}", v => v.Waarde(rij, g)))]
            )
        );
        return this;
    }

    internal Briefvelden MoetNoemen(params IReadOnlyList<string> velden)
    {
        _verplicht.UnionWith(velden);
        return this;
    }

    internal Veld? Zoek(string naam) =>
        _velden.TryGetValue(naam, out var veld) ? veld.Veld
        : ZoekLijst(naam) is { } lijst ? lijst.Velden.FirstOrDefault(v => v.Naam == naam)
        : null;

    /// <summary>The list that a field belongs to; null for one that stands by itself.</summary>
    internal Lijst? ZoekLijst(string veld) =>
        veld.IndexOf('.', StringComparison.Ordinal) is > 0 and var punt && _lijsten.TryGetValue(veld[..punt], out var gevonden)
            ? gevonden.Lijst
            : null;

    internal bool KentVoorwaarde(string naam) => _voorwaarden.ContainsKey(naam);

    internal string Waarde(string veld, Briefgeval geval) => _velden[veld].Waarde(geval);

    internal bool Geldt(string voorwaarde, Briefgeval geval) => _voorwaarden[voorwaarde].Geldt(geval);

    internal IReadOnlyList<IReadOnlyDictionary<string, string>> Rijen(string lijst, Briefgeval geval) => _lijsten[lijst].Rijen(geval);

    /// <summary>As people say it: 6 weken.</summary>
    internal static string Duur(Termijn termijn) => $"{termijn.Lengte} {termijn.Eenheid}";
}
