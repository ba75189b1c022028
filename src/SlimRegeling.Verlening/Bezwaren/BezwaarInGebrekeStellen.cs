using System.ComponentModel;
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
/// An employee types in that the objector reminded us in writing that no decision was taken in time (4:17, third paragraph, Awb, which 7:14 leaves for a
/// decision on objection), with the day on which that was received; from two weeks later on a penalty runs. What was typed in by mistake, or was taken
/// back, is declared void. It judges nothing, so also who took the decision that the objection is against can note it.
/// </summary>
public static class BezwaarInGebrekeStellen
{
    private const string Artikel = "artikel 4:17, derde lid, Awb";
    private const int LangsteReden = 1_000;

    public sealed record Verzoek(
        [property: Description("De dag waarop de brief is ontvangen, niet die waarop hij is geschreven.")] LocalDate OntvangenOp
    );

    public sealed record Vervallenverklaring([property: Description("Waarom de ingebrekestelling niet (meer) geldt.")] string Reden);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/bezwaren/{bezwaar}/ingebrekestelling",
                (string bezwaar, Verzoek verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(bezwaar, (b, versie, nu) => Beslis(b, verzoek.OntvangenOp, persoon.Onderwerp, versie, nu), ct)
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);
        api.MapPost(
                "/bezwaren/{bezwaar}/ingebrekestelling/vervallenverklaring",
                (string bezwaar, Vervallenverklaring verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(
                        bezwaar,
                        (b, _, nu) =>
                            BeslisVerval(b, verzoek.Reden, tekst => stap.Bewaar(bezwaar, new Reden(tekst)), persoon.Onderwerp, nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);
    }

    public static Beslissing Beslis(Bezwaar bezwaar, LocalDate ontvangenOp, string wie, Regelversie versie, Instant nu)
    {
        if (Bezwaarpoort.Persoon(bezwaar, wie, oordeelt: false) is { } weigering)
        {
            return weigering;
        }
        if (ontvangenOp > Moment.Dag(nu))
        {
            return Weigering.Invoer(new Fout("ontvangenOp", "Deze dag komt nog. Vul de dag in waarop de brief is ontvangen.", Artikel));
        }
        if (bezwaar.Ingebreke is { } eerder)
        {
            return eerder.OntvangenOp == ontvangenOp
                ? Beslissing.Geen
                : Weigering.Van(
                    "al-in-gebreke",
                    $"Er is al een ingebrekestelling, ontvangen op {Datumtekst.Van(eerder.OntvangenOp)}. Klopt die dag niet? Verklaar haar dan eerst vervallen.",
                    Artikel
                );
        }
        if (Bezwaarpoort.Ingetrokken(bezwaar) is { } ingetrokken)
        {
            return ingetrokken;
        }
        // The first: one that came in its place was not waited for.
        if (bezwaar.Beslissingen is [{ Besluitdatum: var besloten }, ..] && besloten <= ontvangenOp)
        {
            return Weigering.Van(
                "al-besloten",
                $"Toen de brief kwam, was er al een beslissing op het bezwaar: van {Datumtekst.Van(besloten)}. De ingebrekestelling heeft geen gevolg.",
                Artikel
            );
        }
        return TeVroeg(ontvangenOp, Bezwaardagen.Beslissen(bezwaar, versie)) is { } teVroeg
            ? teVroeg
            : new IngebrekestellingOntvangen(ontvangenOp, wie, nu);
    }

    /// <param name="bewaar">Keeps the reason; called only when it is declared void.</param>
    public static Beslissing BeslisVerval(Bezwaar bezwaar, string reden, Func<string, Verwijzing> bewaar, string wie, Instant nu)
    {
        if (Bezwaarpoort.Persoon(bezwaar, wie, oordeelt: false) is { } weigering)
        {
            return weigering;
        }
        if (bezwaar.Ingebreke is not { } ingebreke)
        {
            return Weigering.Van("niet-in-gebreke", "Bij dit bezwaar is geen ingebrekestelling. Er is niets te laten vervallen.", Artikel);
        }
        var tekst = reden.Trim();
        return tekst.Length is 0 or > LangsteReden
            ? Weigering.Invoer(new Fout("reden", $"Schrijf waarom de ingebrekestelling vervalt, in ten hoogste {LangsteReden} tekens."))
            : new IngebrekestellingVervallen(ingebreke.OntvangenOp, bewaar(tekst), wie, nu);
    }

    /// <param name="beslissenUiterlijk">The last day to decide; null while no term runs.</param>
    private static Weigering? TeVroeg(LocalDate ontvangenOp, LocalDate? beslissenUiterlijk) =>
        beslissenUiterlijk is not { } laatste
            ? Weigering.Van(
                "te-vroeg",
                "De termijn om te beslissen loopt nog niet: het besluit waartegen het bezwaar is, is nog niet verzonden. Een ingebrekestelling telt pas als die termijn voorbij is. Laat dat weten aan wie bezwaar maakte.",
                Artikel
            )
        : ontvangenOp <= laatste
            ? Weigering.Van(
                "te-vroeg",
                $"De termijn om te beslissen loopt tot en met {Datumtekst.Van(laatste)}. Een ingebrekestelling telt pas als die voorbij is. Laat dat weten aan wie bezwaar maakte.",
                Artikel
            )
        : null;
}
