using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// The objector mends what the objection lacks (6:6 Awb), or adds something, until it is decided on. An employee types in what came by post. What is
/// mended too late is mended too: whether that counts is judged by a person.
/// </summary>
public static class BezwaarAanvullen
{
    /// <param name="Tekst">The grounds, or more of them.</param>
    /// <param name="WilHoren">Whether they want to be heard; absent when that stays as it was.</param>
    /// <param name="Hersteld">By an employee: codes of what is there now.</param>
    /// <param name="OntvangenOp">By an employee: the day on which it came; absent: today.</param>
    public sealed record Verzoek(
        string? Tekst = null,
        bool? WilHoren = null,
        IReadOnlyList<string>? Hersteld = null,
        LocalDate? OntvangenOp = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/bezwaren/{bezwaar}/aanvulling",
                (string bezwaar, Verzoek verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(
                        bezwaar,
                        (b, versie, nu) =>
                            persoon.KvkNummer is null
                                ? VoerIn(b, verzoek, tekst => stap.Bewaar(bezwaar, new Reden(tekst)), persoon.Onderwerp, versie, nu)
                                : Beslis(b, verzoek, tekst => stap.Bewaar(bezwaar, new Reden(tekst)), versie, nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    /// <summary>By the applicant, signed in: name, date and signature are there with it.</summary>
    public static Beslissing Beslis(Bezwaar bezwaar, Verzoek verzoek, Func<string, Verwijzing> bewaar, Regelversie versie, Instant nu)
    {
        if ((NietVanU(bezwaar) ?? Bezwaarpoort.Afgelopen(bezwaar)) is { } weigering)
        {
            return weigering;
        }
        var tekst = verzoek.Tekst?.Trim() ?? "";
        if (tekst.Length == 0 && (bezwaar.Ontbreekt.Contains(Bezwaareis.Gronden) || verzoek.WilHoren is null))
        {
            return Weigering.Invoer(new Fout("tekst", "Schrijf waarom u het niet eens bent met het besluit.", "artikel 6:5 Awb"));
        }
        return Aangevuld(bezwaar, bezwaar.Ontbreekt, verzoek.WilHoren, Moment.Dag(nu), bewaar(tekst), versie, nu);
    }

    /// <summary>By an employee, from a letter.</summary>
    public static Beslissing VoerIn(
        Bezwaar bezwaar,
        Verzoek verzoek,
        Func<string, Verwijzing> bewaar,
        string wie,
        Regelversie versie,
        Instant nu
    )
    {
        if (Bezwaarpoort.Weiger(bezwaar, wie, oordeelt: false) is { } weigering)
        {
            return weigering;
        }
        var (dag, hersteld) = (verzoek.OntvangenOp ?? Moment.Dag(nu), verzoek.Hersteld ?? []);
        var tekst = verzoek.Tekst?.Trim() ?? "";
        IReadOnlyList<Fout> fouten =
        [
            .. dag > Moment.Dag(nu) || dag < bezwaar.Ingediend!.OntvangenOp
                ? [new Fout("ontvangenOp", "Kies de dag waarop het binnenkwam: niet in de toekomst en niet voor het bezwaar zelf.")]
                : Array.Empty<Fout>(),
            .. hersteld.Except(bezwaar.Ontbreekt).Any()
                ? [new Fout("hersteld", $"Kies uit wat ontbrak: {string.Join(", ", bezwaar.Ontbreekt)}.", "artikel 6:6 Awb")]
                : Array.Empty<Fout>(),
            .. tekst.Length == 0 && (hersteld.Count == 0 || hersteld.Contains(Bezwaareis.Gronden)) && verzoek.WilHoren is null
                ? [new Fout("tekst", "Schrijf over wat de indiener stuurde.", "artikel 6:5 Awb")]
                : Array.Empty<Fout>(),
        ];
        return fouten.Count > 0 ? Weigering.Invoer(fouten) : Aangevuld(bezwaar, hersteld, verzoek.WilHoren, dag, bewaar(tekst), versie, nu);
    }

    /// <summary>An objection of someone else is none of the applicant's to change.</summary>
    internal static Weigering? NietVanU(Bezwaar bezwaar) =>
        bezwaar.Betreft!.Indiener == Indiener.Aanvrager
            ? null
            : Weigering.NietDoorU(
                "niet-uw-bezwaar",
                "Iemand anders maakte dit bezwaar. Alleen wie het maakte, kan het aanvullen of intrekken.",
                "artikel 6:21 Awb"
            );

    private static BezwaarAangevuld Aangevuld(
        Bezwaar bezwaar,
        IReadOnlyList<string> hersteld,
        bool? wilHoren,
        LocalDate dag,
        Verwijzing inhoud,
        Regelversie versie,
        Instant nu
    )
    {
        var aangevuld = new BezwaarAangevuld(bezwaar.Betreft!, hersteld, wilHoren, dag, inhoud, null, versie.Hash, nu);
        return aangevuld with { BeslissenUiterlijk = Uiterlijk(bezwaar, aangevuld, versie) };
    }

    /// <summary>The last day to decide, when what was added makes it another.</summary>
    internal static LocalDate? Uiterlijk(Bezwaar bezwaar, BezwaarAangevuld aangevuld, Regelversie versie)
    {
        var na = Bezwaardagen.Beslissen(bezwaar.Apply(aangevuld), versie);
        return na == Bezwaardagen.Beslissen(bezwaar, versie) ? null : na;
    }
}
