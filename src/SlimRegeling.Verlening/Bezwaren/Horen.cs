using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// Those concerned can be heard before it is decided (7:2 Awb): they are invited, and a report is made (7:7), or a person says on which ground of 7:3
/// nobody is heard. Who heard took no part in the decision that it is against (7:5).
/// </summary>
public static class Horen
{
    /// <param name="Wanneer">Wall clock in Amsterdam.</param>
    /// <param name="Wijze">One of <see cref="Hoorwijze"/>.</param>
    public sealed record Uitnodiging(LocalDateTime Wanneer, string Wijze);

    /// <param name="Dag">On which they were heard.</param>
    /// <param name="Verslag">What was said (7:7 Awb).</param>
    public sealed record Verslag(LocalDate Dag, string Tekst);

    /// <param name="Grond">One of <see cref="Hoorgrond"/>.</param>
    public sealed record Afzien(string Grond, string Argument);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/bezwaren/{bezwaar}/hoorzitting",
                (string bezwaar, Uitnodiging verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(bezwaar, (b, _, nu) => Nodig(b, verzoek, persoon.Onderwerp, nu), ct)
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);
        api.MapPost(
                "/bezwaren/{bezwaar}/hoorverslag",
                (string bezwaar, Verslag verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(
                        bezwaar,
                        (b, _, nu) =>
                            Gehoord(b, verzoek, () => stap.Bewaar(bezwaar, new Reden(verzoek.Tekst.Trim())), persoon.Onderwerp, nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);
        api.MapPost(
                "/bezwaren/{bezwaar}/hoorafzien",
                (string bezwaar, Afzien verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(
                        bezwaar,
                        (b, _, nu) =>
                            ZieAf(b, verzoek, () => stap.Bewaar(bezwaar, new Reden(verzoek.Argument.Trim())), persoon.Onderwerp, nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);
    }

    public static Beslissing Nodig(Bezwaar bezwaar, Uitnodiging verzoek, string wie, Instant nu)
    {
        if (Bezwaarpoort.Weiger(bezwaar, wie, oordeelt: false) is { } weigering)
        {
            return weigering;
        }
        var wanneer = Moment.Op(verzoek.Wanneer);
        IReadOnlyList<Fout> fouten =
        [
            .. Hoorwijze.Alle.Contains(verzoek.Wijze)
                ? Array.Empty<Fout>()
                : [new Fout("wijze", $"Kies uit {string.Join(", ", Hoorwijze.Alle)}.", "artikel 7:2 Awb")],
            .. wanneer <= nu ? [new Fout("wanneer", "Kies een moment dat nog komt.", "artikel 7:2 Awb")] : Array.Empty<Fout>(),
        ];
        return fouten.Count > 0 ? Weigering.Invoer(fouten) : new HoorzittingGepland(bezwaar.Betreft!, wanneer, verzoek.Wijze, wie, nu);
    }

    /// <param name="bewaar">Keeps the report; called only when it stands.</param>
    public static Beslissing Gehoord(Bezwaar bezwaar, Verslag verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        if (Bezwaarpoort.Weiger(bezwaar, wie, oordeelt: true) is { } weigering)
        {
            return weigering;
        }
        IReadOnlyList<Fout> fouten =
        [
            .. verzoek.Dag > Moment.Dag(nu) || verzoek.Dag < bezwaar.Ingediend!.OntvangenOp
                ? [new Fout("dag", "Kies de dag waarop is gehoord: na het bezwaar, en niet in de toekomst.", "artikel 7:2 Awb")]
                : Array.Empty<Fout>(),
            .. string.IsNullOrWhiteSpace(verzoek.Tekst)
                ? [new Fout("tekst", "Schrijf op wat er is gezegd.", "artikel 7:7 Awb")]
                : Array.Empty<Fout>(),
        ];
        return fouten.Count > 0 ? Weigering.Invoer(fouten) : new Gehoord(verzoek.Dag, wie, bewaar(), nu);
    }

    /// <param name="bewaar">Keeps the argument; called only when it stands.</param>
    public static Beslissing ZieAf(Bezwaar bezwaar, Afzien verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        if (Bezwaarpoort.Weiger(bezwaar, wie, oordeelt: true) is { } weigering)
        {
            return weigering;
        }
        if (bezwaar.Gehoord is not null)
        {
            return Weigering.Van("al-gehoord", "De indiener is al gehoord; daarvan ligt een verslag.", "artikel 7:3 Awb");
        }
        IReadOnlyList<Fout> fouten = [.. Fouten(bezwaar, verzoek, nu)];
        return fouten.Count > 0 ? Weigering.Invoer(fouten) : new NietGehoord(verzoek.Grond, bewaar(), wie, nu);
    }

    private static IEnumerable<Fout> Fouten(Bezwaar bezwaar, Afzien verzoek, Instant nu)
    {
        if (!Hoorgrond.Alle.Contains(verzoek.Grond))
        {
            yield return new Fout("grond", $"Kies uit {string.Join(", ", Hoorgrond.Alle)}.", "artikel 7:3 Awb");
        }
        if (verzoek.Grond == Hoorgrond.WilNiet && bezwaar.WilHoren != false)
        {
            yield return new Fout(
                "grond",
                "De indiener heeft niet gezegd dat horen niet hoeft. Leg dat eerst vast, of kies een andere grond.",
                "artikel 7:3, onderdeel c, Awb"
            );
        }
        if (verzoek.Grond == Hoorgrond.GeenReactie && bezwaar.WilHoren is not null)
        {
            yield return new Fout("grond", "De indiener heeft gereageerd. Kies een andere grond.", "artikel 7:3, onderdeel d, Awb");
        }
        else if (verzoek.Grond == Hoorgrond.GeenReactie && Moment.Dag(nu) <= bezwaar.Ingediend!.ReactieUiterlijk)
        {
            yield return new Fout(
                "grond",
                $"De indiener kan reageren tot en met {Datumtekst.Van(bezwaar.Ingediend.ReactieUiterlijk)}. Wacht dat af.",
                "artikel 7:3, onderdeel d, Awb"
            );
        }
        if (string.IsNullOrWhiteSpace(verzoek.Argument))
        {
            yield return new Fout("argument", "Schrijf waarom er niet wordt gehoord.", "artikel 7:12 Awb");
        }
    }
}
