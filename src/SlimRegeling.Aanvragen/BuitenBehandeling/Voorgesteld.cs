using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.BuitenBehandeling;

/// <summary>Why an application can be left without being handled; codes in events and messages.</summary>
public static class Vervalgrond
{
    public const string NietAangevuld = "niet-aangevuld";
    public const string DubbeleAanvraag = "dubbele-aanvraag";
}

/// <summary>What can be proposed of an application now: by the clock when it is asked, no job makes it.</summary>
/// <param name="Grond">One of <see cref="Vervalgrond"/>.</param>
/// <param name="MededelenUiterlijk">The last day to tell the applicant (4:5, fourth paragraph, Awb).</param>
/// <param name="Ontbreekt">Codes of documents that are still missing.</param>
/// <param name="Eerdere">The case that goes before it.</param>
/// <param name="DoorIemand">Pseudonym of the assessor on whose word it rests; null when the list of the window alone says so.</param>
public sealed record Voorgesteld(
    string Grond,
    string Uitleg,
    string Artikel,
    LocalDate MededelenUiterlijk,
    IReadOnlyList<string> Ontbreekt,
    LocalDate? AanvullenUiterlijk = null,
    Instant? AangevuldOp = null,
    string? Eerdere = null,
    string? DoorIemand = null
)
{
    /// <summary>Null when there is no ground (any more) not to handle it.</summary>
    public static Voorgesteld? Van(Aanvraag aanvraag, Regelstanden regels, Instant nu)
    {
        if (aanvraag is not { Ingediend: { } ingediend, Besluiten.Count: 0 })
        {
            return null;
        }
        var versie = regels.Versie(ingediend.Regelversie, nu);
        return aanvraag switch
        {
            { Fase: Fase.Ingetrokken or Fase.BuitenBehandeling } => null,
            { Uitsluiting: { } uitsluiting } => Dubbel(uitsluiting, versie),
            { Fase: Fase.Beoordeeld } => null,
            { Fase: Fase.AanvullingGevraagd, Aanvulling: { } gevraagd, Hersteltermijn: { Uiterlijk: var uiterlijk } }
                when aanvraag.HersteltermijnVoorbij(nu) => new(
                Vervalgrond.NietAangevuld,
                $"De aanvulling kon tot en met {Datumtekst.Van(uiterlijk)} en kwam niet.",
                versie.Termijn(Termijncode.Hersteltermijn).Artikel,
                Mededelen(versie, uiterlijk),
                gevraagd.Ontbreekt,
                uiterlijk,
                DoorIemand: gevraagd.GevraagdDoor
            ),
            { Fase: Fase.Aangevuld, Aangevuld: { } aangevuld, Onvoldoende: { } onvoldoende } => new(
                Vervalgrond.NietAangevuld,
                $"De aanvulling kwam op {Datumtekst.Van(Moment.Dag(aangevuld.Op))}, maar de aanvraag is nog niet volledig.",
                versie.Termijn(Termijncode.Hersteltermijn).Artikel,
                Mededelen(versie, Moment.Dag(aangevuld.Op)),
                onvoldoende.Ontbreekt,
                aanvraag.AanvullenUiterlijk,
                aangevuld.Op,
                DoorIemand: onvoldoende.BeoordeeldDoor
            ),
            _ => null,
        };
    }

    /// <summary>
    /// Lower-case hexadecimal SHA-256 over the case number and what is proposed, one a line; what is not there has no line. Who signs names it: another
    /// proposal of the same case has another.
    /// </summary>
    public string Hash(string zaaknummer)
    {
        string[] regels =
        [
            $"zaaknummer {zaaknummer}",
            $"grond {Grond}",
            $"artikel {Artikel}",
            $"mededelen-uiterlijk {LocalDatePattern.Iso.Format(MededelenUiterlijk)}",
            $"ontbreekt {string.Join(' ', Ontbreekt)}",
            .. AanvullenUiterlijk is { } uiterlijk
                ? [$"aanvullen-uiterlijk {LocalDatePattern.Iso.Format(uiterlijk)}"]
                : Array.Empty<string>(),
            .. AangevuldOp is { } op ? [$"aangevuld-op {InstantPattern.ExtendedIso.Format(op)}"] : Array.Empty<string>(),
            .. Eerdere is { } eerdere ? [$"eerdere {eerdere}"] : Array.Empty<string>(),
            .. DoorIemand is { } wie ? [$"door {wie}"] : Array.Empty<string>(),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));
    }

    private static Voorgesteld Dubbel(UitsluitingVernomen uitsluiting, Regelversie versie) =>
        new(
            Vervalgrond.DubbeleAanvraag,
            uitsluiting.Reden == "verbonden-onderneming"
                ? $"Een verbonden onderneming vroeg in dit tijdvak eerder aan ({uitsluiting.Eerdere})."
                : $"Dezelfde aanvrager of partij vroeg in dit tijdvak eerder aan ({uitsluiting.Eerdere}).",
            versie.Stap(Stapcode.AanvraagUitgesloten).Artikel,
            Mededelen(versie, Moment.Dag(uitsluiting.Op)),
            [],
            Eerdere: uitsluiting.Eerdere
        );

    private static LocalDate Mededelen(Regelversie versie, LocalDate dag) =>
        Termijnen.Einde(versie, Termijncode.MededelingBuitenBehandeling, dag);
}
