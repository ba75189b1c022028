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
/// The last day to decide becomes a later one (7:10 Awb): because a committee advises, once by adjourning, and further on the grounds of the fourth
/// paragraph. A term that is over is not adjourned any more. Those concerned get a letter.
/// </summary>
public static class Verdagen
{
    /// <param name="Grond">One of <see cref="Uitstelgrond"/>.</param>
    /// <param name="Anderen">Why it cannot harm others with an interest who did not agree.</param>
    public sealed record Uitstelverzoek(string Grond, LocalDate TotEnMet, string Argument, string? Anderen = null);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/bezwaren/{bezwaar}/commissie",
                (string bezwaar, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(bezwaar, (b, versie, nu) => StelIn(b, persoon.Onderwerp, versie, nu), ct)
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);
        api.MapPost(
                "/bezwaren/{bezwaar}/verdaging",
                (string bezwaar, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(bezwaar, (b, versie, nu) => Verdaag(b, persoon.Onderwerp, versie, nu), ct)
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);
        api.MapPost(
                "/bezwaren/{bezwaar}/uitstel",
                (string bezwaar, Uitstelverzoek verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(
                        bezwaar,
                        (b, versie, nu) =>
                            StelUit(b, verzoek, tekst => stap.Bewaar(bezwaar, new Reden(tekst)), persoon.Onderwerp, versie, nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);
    }

    public static Beslissing StelIn(Bezwaar bezwaar, string wie, Regelversie versie, Instant nu)
    {
        if ((Bezwaarpoort.Weiger(bezwaar, wie, oordeelt: false) ?? Verlopen(bezwaar, versie, nu)) is { } weigering)
        {
            return weigering;
        }
        if (bezwaar.Commissie is not null)
        {
            return Weigering.Van("commissie-al-ingesteld", "Een commissie adviseert al over dit bezwaar.", "artikel 7:13 Awb");
        }
        var ingesteld = new CommissieIngesteld(bezwaar.Betreft!, wie, null, versie.Hash, nu);
        return ingesteld with { BeslissenUiterlijk = Bezwaardagen.Beslissen(bezwaar.Apply(ingesteld), versie) };
    }

    public static Beslissing Verdaag(Bezwaar bezwaar, string wie, Regelversie versie, Instant nu)
    {
        if ((Bezwaarpoort.Weiger(bezwaar, wie, oordeelt: false) ?? Verlopen(bezwaar, versie, nu)) is { } weigering)
        {
            return weigering;
        }
        if (bezwaar.Verdaagd is not null)
        {
            return Weigering.Van(
                "al-verdaagd",
                "De beslissing is al verdaagd; dat kan één keer. Verder uitstel kan alleen met instemming.",
                "artikel 7:10, derde lid, Awb"
            );
        }
        if (bezwaar.TermijnTot is null)
        {
            return Weigering.Van(
                "termijn-onbekend",
                "De bezwaartermijn is nog niet begonnen: het besluit is nog niet verzonden. Er is nog geen termijn om te verdagen.",
                "artikel 7:10, eerste lid, Awb"
            );
        }
        var verdaagd = new Verdaagd(bezwaar.Betreft!, wie, default, versie.Hash, nu);
        return verdaagd with { BeslissenUiterlijk = Bezwaardagen.Beslissen(bezwaar.Apply(verdaagd), versie)!.Value };
    }

    /// <param name="bewaar">Keeps the arguments; called only when it stands.</param>
    public static Beslissing StelUit(
        Bezwaar bezwaar,
        Uitstelverzoek verzoek,
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
        var nuUiterlijk = Bezwaardagen.Beslissen(bezwaar, versie);
        IReadOnlyList<Fout> fouten = [.. Fouten(bezwaar, verzoek, nuUiterlijk, nu)];
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : new Uitgesteld(
                bezwaar.Betreft!,
                verzoek.Grond,
                verzoek.TotEnMet,
                bewaar(verzoek.Argument.Trim()),
                wie,
                versie.Hash,
                nu,
                string.IsNullOrWhiteSpace(verzoek.Anderen) ? null : bewaar(verzoek.Anderen.Trim())
            );
    }

    private static IEnumerable<Fout> Fouten(Bezwaar bezwaar, Uitstelverzoek verzoek, LocalDate? uiterlijk, Instant nu)
    {
        if (!Uitstelgrond.Alle.Contains(verzoek.Grond))
        {
            yield return new Fout("grond", $"Kies uit {string.Join(", ", Uitstelgrond.Alle)}.", "artikel 7:10, vierde lid, Awb");
        }
        if (verzoek.Grond == Uitstelgrond.IndienerStemtIn && bezwaar.HeeftAnderen && string.IsNullOrWhiteSpace(verzoek.Anderen))
        {
            yield return new Fout(
                "anderen",
                "Er zijn andere belanghebbenden. Schrijf waarom het uitstel hen niet in hun belangen kan schaden, of kies allen-stemmen-in.",
                "artikel 7:10, vierde lid, onderdeel b, Awb"
            );
        }
        if (verzoek.TotEnMet <= Moment.Dag(nu) || verzoek.TotEnMet <= uiterlijk)
        {
            yield return new Fout(
                "totEnMet",
                "Kies een dag die later is dan vandaag en dan de laatste dag van nu.",
                "artikel 7:10, vierde lid, Awb"
            );
        }
        if (string.IsNullOrWhiteSpace(verzoek.Argument))
        {
            yield return new Fout(
                "argument",
                "Schrijf waaruit dit blijkt, bijvoorbeeld wie wanneer instemde.",
                "artikel 7:10, vierde lid, Awb"
            );
        }
    }

    private static Weigering? Verlopen(Bezwaar bezwaar, Regelversie versie, Instant nu) =>
        Bezwaardagen.Beslissen(bezwaar, versie) is { } laatste && Moment.Dag(nu) > laatste
            ? Weigering.Van(
                "beslistermijn-voorbij",
                $"De laatste dag om te beslissen was {Datumtekst.Van(laatste)}. Verlengen kan nu alleen met instemming van de indiener.",
                "artikel 7:10 Awb"
            )
            : null;
}
