using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Tijdvakken.Regelversies;

/// <summary>
/// A scheme manager proposes to confirm a rule as it stands, or to give it another value. <c>Was</c> is the value that it had then; both
/// values are null for a rule without one. <c>GeldtVanaf</c> null: from the second signature on.
/// </summary>
[Naam("regelwijziging-voorgesteld")]
public sealed record RegelwijzigingVoorgesteld(
    string Regelversie,
    int Voorstel,
    string Voorstelhash,
    string Sectie,
    string Code,
    string? Was,
    string? Waarde,
    string Bron,
    string? Toelichting,
    Instant? GeldtVanaf,
    string Door,
    Instant Op
) : Gebeurtenis;

/// <summary>The second person did not sign, or the first took it back; the reason is kept beside the stream.</summary>
[Naam("regelwijziging-teruggezonden")]
public sealed record RegelwijzigingTeruggezonden(int Voorstel, string Voorstelhash, string Door, Verwijzing Reden, Instant Op)
    : Gebeurtenis;

/// <summary>A source was found that says the same. <c>Regelhash</c> is that of the version from <c>GeldtVanaf</c> on.</summary>
[Naam("parameter-bevestigd")]
public sealed record ParameterBevestigd(
    string Regelversie,
    int Volgnummer,
    string Sectie,
    string Code,
    string Bron,
    string? Toelichting,
    Instant GeldtVanaf,
    string Regelhash,
    int Voorstel,
    string Voorstelhash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>A rule has another value from <c>GeldtVanaf</c> on; <c>Regelhash</c> is that of the version from then.</summary>
[Naam("parameter-gewijzigd")]
public sealed record ParameterGewijzigd(
    string Regelversie,
    int Volgnummer,
    string Sectie,
    string Code,
    string Waarde,
    string Bron,
    string? Toelichting,
    Instant GeldtVanaf,
    string Regelhash,
    int Voorstel,
    string Voorstelhash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <param name="Ondertekenaar">Pseudonym of the second person; null until they signed.</param>
public sealed record Regelvoorstel(
    RegelwijzigingVoorgesteld Inhoud,
    Voorstelstatus Status = Voorstelstatus.Voorgelegd,
    string? Ondertekenaar = null,
    RegelwijzigingTeruggezonden? Terugzending = null
) : IVoorstel
{
    string IVoorstel.Hash => Inhoud.Voorstelhash;

    string IVoorstel.Door => Inhoud.Door;
}

/// <summary>What people have decided about the rules of one version, beside its file.</summary>
public sealed record Regelbeheer
{
    public string Id { get; init; } = "";

    /// <summary>In the order of their numbers: 1, 2, 3, …</summary>
    public IReadOnlyList<Regelvoorstel> Voorstellen { get; init; } = [];

    /// <summary>In the order of signing.</summary>
    public IReadOnlyList<Regelstap> Stappen { get; init; } = [];

    /// <summary>The id of the stream; no window can have it.</summary>
    public static string Stroom(string regelversie) => $"regelversie:{regelversie}";

    /// <summary>The proposal about a rule that nobody signed or sent back yet; there is at most one.</summary>
    public RegelwijzigingVoorgesteld? Voorgelegd(string sectie, string code) =>
        Voorstellen
            .FirstOrDefault(v => v.Status == Voorstelstatus.Voorgelegd && v.Inhoud.Sectie == sectie && v.Inhoud.Code == code)
            ?.Inhoud;

    public Regelbeheer Apply(RegelwijzigingVoorgesteld e) => this with { Voorstellen = [.. Voorstellen, new Regelvoorstel(e)] };

    public Regelbeheer Apply(RegelwijzigingTeruggezonden e) =>
        Met(e.Voorstel, v => v with { Status = Voorstelstatus.Teruggezonden, Terugzending = e });

    public Regelbeheer Apply(ParameterBevestigd e) =>
        Ondertekend(e.Voorstel, e.Ondertekenaars) with
        {
            Stappen = [.. Stappen, Stap(e.Regelversie, e.Volgnummer, e.GeldtVanaf, e.Sectie, e.Code, null, e.Bron, e.Toelichting)],
        };

    public Regelbeheer Apply(ParameterGewijzigd e) =>
        Ondertekend(e.Voorstel, e.Ondertekenaars) with
        {
            Stappen = [.. Stappen, Stap(e.Regelversie, e.Volgnummer, e.GeldtVanaf, e.Sectie, e.Code, e.Waarde, e.Bron, e.Toelichting)],
        };

    private static Regelstap Stap(
        string regelversie,
        int volgnummer,
        Instant geldtVanaf,
        string sectie,
        string code,
        string? waarde,
        string bron,
        string? toelichting
    ) => new(regelversie, volgnummer, geldtVanaf, new Regelwijziging(sectie, code, waarde, bron, toelichting));

    private Regelbeheer Ondertekend(int voorstel, IReadOnlyList<string> ondertekenaars) =>
        Met(voorstel, v => v with { Status = Voorstelstatus.Ondertekend, Ondertekenaar = ondertekenaars[^1] });

    private Regelbeheer Met(int voorstel, Func<Regelvoorstel, Regelvoorstel> wijzig) =>
        this with
        {
            Voorstellen = [.. Voorstellen.Select(v => v.Inhoud.Voorstel == voorstel ? wijzig(v) : v)],
        };
}
