using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties.Medewerkers;

/// <summary>An employee signed in for the first time, or with other roles by the provider than the last time.</summary>
/// <param name="Kenmerk">The pseudonym by which the token names them.</param>
[Naam("medewerker-aangemeld")]
public sealed record MedewerkerAangemeld(string Kenmerk, IReadOnlyList<Rol> Rollen, Instant Op) : Gebeurtenis;

/// <summary>Something that was decided about an employee beside the claims; <see cref="Na"/> is all that holds from then on.</summary>
internal interface ICorrectie
{
    string Kenmerk { get; }

    Rolcorrectie Na { get; }

    Instant Op { get; }
}

/// <summary>One beheerder took a role away, had or not; whatever the provider says, this person does not have it.</summary>
[Naam("rol-ingetrokken")]
public sealed record RolIngetrokken(string Kenmerk, Rol Rol, Rolcorrectie Na, Verwijzing Reden, string Door, Instant Op)
    : Gebeurtenis,
        ICorrectie;

/// <summary>Two beheerders gave a role beside the claims, or gave back one that was taken away.</summary>
[Naam("rol-toegekend")]
public sealed record RolToegekend(
    string Kenmerk,
    Rol Rol,
    Rolcorrectie Na,
    int Voorstel,
    string Voorstelhash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis, ICorrectie;

/// <summary>One beheerder ended all access.</summary>
[Naam("medewerker-geblokkeerd")]
public sealed record MedewerkerGeblokkeerd(string Kenmerk, Rolcorrectie Na, Verwijzing Reden, string Door, Instant Op)
    : Gebeurtenis,
        ICorrectie;

/// <summary>Two beheerders gave access again.</summary>
[Naam("medewerker-gedeblokkeerd")]
public sealed record MedewerkerGedeblokkeerd(
    string Kenmerk,
    Rolcorrectie Na,
    int Voorstel,
    string Voorstelhash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis, ICorrectie;

/// <summary>A name by which beheerders know this person, kept beside the stream; null when it was taken off.</summary>
[Naam("medewerkernaam-gegeven")]
public sealed record MedewerkernaamGegeven(Verwijzing? Naam, string Door, Instant Op) : Gebeurtenis;

public sealed record Medewerkernaam(string Naam);

/// <summary>What is known here of someone who works for the executor. Who they are and what they are for the provider stands in the token.</summary>
public sealed record Medewerker
{
    public string Id { get; init; } = "";

    public string Kenmerk { get; init; } = "";

    /// <summary>By the claims, as they were at the last sign-in here.</summary>
    public IReadOnlyList<Rol> VolgensProvider { get; init; } = [];

    public Rolcorrectie Correctie { get; init; } = Rolcorrectie.Geen;

    public Verwijzing? Naam { get; init; }

    /// <summary>The first time; null for who was blocked before they ever came.</summary>
    public Instant? AangemeldOp { get; init; }

    /// <summary>In the order of their numbers: 1, 2, 3, …</summary>
    public IReadOnlyList<Medewerkervoorstel> Voorstellen { get; init; } = [];

    /// <summary>What this person is at this moment.</summary>
    [JsonIgnore]
    public IReadOnlySet<Rol> Rollen => Correctie.Pas(VolgensProvider.ToHashSet());

    /// <summary>What this person is, or would be without the block.</summary>
    [JsonIgnore]
    public IReadOnlySet<Rol> ZonderBlokkade => (Correctie with { Geblokkeerd = false }).Pas(VolgensProvider.ToHashSet());

    [JsonIgnore]
    public IEnumerable<Medewerkervoorstel> Open => Voorstellen.Where(v => v.Stand == Voorstelstand.Voorgelegd);

    /// <summary>The id of the stream and of the address: a pseudonym can hold anything that a provider writes.</summary>
    public static string Stroom(string kenmerk) => $"m-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kenmerk)))[..24]}";

    public Medewerkervoorstel? Voorstel(int nummer) => Voorstellen.FirstOrDefault(v => v.Inhoud.Voorstel == nummer);

    public Medewerker Apply(MedewerkerAangemeld e) =>
        this with
        {
            Kenmerk = e.Kenmerk,
            VolgensProvider = e.Rollen,
            AangemeldOp = AangemeldOp ?? e.Op,
        };

    /// <summary>A proposal to grant what was taken away after it was made does not stand any more.</summary>
    public Medewerker Apply(RolIngetrokken e) => this with { Correctie = e.Na, Voorstellen = Vervallen(v => v.Inhoud.Rol == e.Rol) };

    public Medewerker Apply(RolToegekend e) => Ondertekend(e.Voorstel, e.Ondertekenaars[^1]) with { Correctie = e.Na };

    /// <summary>Who proposed something did not know of the block: all that lies ready is proposed anew, or not at all.</summary>
    public Medewerker Apply(MedewerkerGeblokkeerd e) =>
        this with
        {
            Kenmerk = e.Kenmerk,
            Correctie = e.Na,
            Voorstellen = Vervallen(_ => true),
        };

    public Medewerker Apply(MedewerkerGedeblokkeerd e) => Ondertekend(e.Voorstel, e.Ondertekenaars[^1]) with { Correctie = e.Na };

    public Medewerker Apply(MedewerkernaamGegeven e) => this with { Naam = e.Naam };

    public Medewerker Apply(MedewerkervoorstelGedaan e) => this with { Voorstellen = [.. Voorstellen, new(e)] };

    public Medewerker Apply(MedewerkervoorstelTeruggezonden e) => Met(e.Voorstel, v => v with { Stand = Voorstelstand.Teruggezonden });

    private Medewerker Ondertekend(int voorstel, string ondertekenaar) =>
        Met(voorstel, v => v with { Stand = Voorstelstand.Ondertekend, Ondertekenaar = ondertekenaar });

    private Medewerker Met(int voorstel, Func<Medewerkervoorstel, Medewerkervoorstel> wijzig) =>
        this with
        {
            Voorstellen = [.. Voorstellen.Select(v => v.Inhoud.Voorstel == voorstel ? wijzig(v) : v)],
        };

    private IReadOnlyList<Medewerkervoorstel> Vervallen(Func<Medewerkervoorstel, bool> welke) =>
        [.. Voorstellen.Select(v => v.Stand == Voorstelstand.Voorgelegd && welke(v) ? v with { Stand = Voorstelstand.Vervallen } : v)];
}
