using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>A scheme manager proposes another text for one kind of letter. <c>Uit</c>: the version that they changed.</summary>
[Naam("briefsjabloon-voorgesteld")]
public sealed record BriefsjabloonVoorgesteld(
    string Soort,
    int Voorstel,
    string Voorstelhash,
    int Uit,
    string Onderwerp,
    string Tekst,
    string Toelichting,
    string Door,
    Instant Op
) : Gebeurtenis;

/// <summary>The second person did not sign, or the first took it back; the reason is kept beside the stream.</summary>
[Naam("briefsjabloon-teruggezonden")]
public sealed record BriefsjabloonTeruggezonden(int Voorstel, string Voorstelhash, string Door, Verwijzing Reden, Instant Op) : Gebeurtenis;

/// <summary>Letters of this kind are written with this text from now on. <c>Sjabloonhash</c> is that of the text, as letters record it.</summary>
[Naam("briefsjabloon-vastgesteld")]
public sealed record BriefsjabloonVastgesteld(
    string Soort,
    int Versie,
    string Sjabloonhash,
    int Voorstel,
    string Voorstelhash,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

public enum Voorstelstatus
{
    Voorgelegd,
    Ondertekend,
    Teruggezonden,
}

/// <param name="Ondertekenaar">Pseudonym of the second person; null until they signed.</param>
public sealed record Sjabloonvoorstel(
    BriefsjabloonVoorgesteld Inhoud,
    Voorstelstatus Status = Voorstelstatus.Voorgelegd,
    string? Ondertekenaar = null,
    BriefsjabloonTeruggezonden? Terugzending = null
);

/// <param name="Voorstel">The proposal that it was.</param>
public sealed record Sjabloonversie(int Versie, int Voorstel, Instant Op);

/// <summary>The text of one kind of letter: version 1 is in the program, those that two people signed are here.</summary>
public sealed record Briefsjabloon
{
    public string Id { get; init; } = "";

    /// <summary>In the order of their numbers: 1, 2, 3, …</summary>
    public IReadOnlyList<Sjabloonvoorstel> Voorstellen { get; init; } = [];

    /// <summary>In order: 2, 3, …</summary>
    public IReadOnlyList<Sjabloonversie> Versies { get; init; } = [];

    /// <summary>The number of the one in use.</summary>
    [JsonIgnore]
    public int Versie => Versies.Count + 1;

    /// <summary>The proposal that nobody signed or sent back yet; there is at most one.</summary>
    [JsonIgnore]
    public BriefsjabloonVoorgesteld? Voorgelegd => Voorstellen.FirstOrDefault(v => v.Status == Voorstelstatus.Voorgelegd)?.Inhoud;

    public static string Stroom(string soort) => $"briefsjabloon:{soort}";

    public Sjabloonvoorstel? Zoek(int voorstel) => Voorstellen.FirstOrDefault(v => v.Inhoud.Voorstel == voorstel);

    /// <summary>The text of a version.</summary>
    public Sjabloontekst Tekst(Briefsoort soort, int versie)
    {
        if (versie == 1)
        {
            return soort.Ingebouwd.Tekst;
        }
        var voorstel = Zoek(Versies.Single(v => v.Versie == versie).Voorstel)!.Inhoud;
        return new Sjabloontekst(voorstel.Onderwerp, voorstel.Tekst);
    }

    /// <summary>The one in use, ready to be filled.</summary>
    public Sjabloon Nu(Briefsoort soort) => Versie == 1 ? soort.Ingebouwd : new Sjabloon(soort.Velden, Tekst(soort, Versie), Versie);

    /// <summary>The version with this hash, ready to be filled, the latest first; null when there is none.</summary>
    public Sjabloon? Met(Briefsoort soort, string hash)
    {
        for (var versie = Versie; versie > 0; versie--)
        {
            if (Tekst(soort, versie) is { } tekst && tekst.Hash == hash)
            {
                return new Sjabloon(soort.Velden, tekst, versie);
            }
        }
        return null;
    }

    public Briefsjabloon Apply(BriefsjabloonVoorgesteld e) => this with { Voorstellen = [.. Voorstellen, new Sjabloonvoorstel(e)] };

    public Briefsjabloon Apply(BriefsjabloonTeruggezonden e) =>
        Met(e.Voorstel, v => v with { Status = Voorstelstatus.Teruggezonden, Terugzending = e });

    public Briefsjabloon Apply(BriefsjabloonVastgesteld e) =>
        Met(e.Voorstel, v => v with { Status = Voorstelstatus.Ondertekend, Ondertekenaar = e.Ondertekenaars[^1] }) with
        {
            Versies = [.. Versies, new Sjabloonversie(e.Versie, e.Voorstel, e.Op)],
        };

    private Briefsjabloon Met(int voorstel, Func<Sjabloonvoorstel, Sjabloonvoorstel> wijzig) =>
        this with
        {
            Voorstellen = [.. Voorstellen.Select(v => v.Inhoud.Voorstel == voorstel ? wijzig(v) : v)],
        };
}
