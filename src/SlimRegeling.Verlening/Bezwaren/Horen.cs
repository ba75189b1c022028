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
/// Those concerned can be heard before it is decided (7:2 Awb): they are invited, and a report is made (7:7), or a person says on which ground of 7:3
/// nobody is heard. Who heard took no part in the decision that it is against (7:5).
/// </summary>
public static class Horen
{
    /// <param name="Wanneer">Wall clock in Amsterdam.</param>
    /// <param name="Wijze">One of <see cref="Hoorwijze"/>.</param>
    /// <param name="Plaats">The address of the office, or where online; it stands in the letter.</param>
    /// <param name="Instemming">Who agreed to be heard sooner than 7:4 Awb needs, and when.</param>
    public sealed record Uitnodiging(LocalDateTime Wanneer, string Wijze, string? Plaats = null, string? Instemming = null);

    /// <param name="Dag">On which they were heard.</param>
    /// <param name="Verslag">What was said (7:7 Awb).</param>
    public sealed record Verslag(LocalDate Dag, string Tekst);

    /// <param name="Grond">One of <see cref="Hoorgrond"/>.</param>
    /// <param name="Anderen">Why others with an interest are not heard either: what each of them declared, or why it cannot harm them.</param>
    public sealed record Afzien(string Grond, string Argument, string? Anderen = null);

    private const int LangstePlaats = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/bezwaren/{bezwaar}/hoorzitting",
                (string bezwaar, Uitnodiging verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(
                        bezwaar,
                        (b, versie, nu) =>
                            Nodig(b, verzoek, tekst => stap.Bewaar(bezwaar, new Reden(tekst)), persoon.Onderwerp, versie, nu),
                        ct
                    )
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
                        (b, _, nu) => ZieAf(b, verzoek, tekst => stap.Bewaar(bezwaar, new Reden(tekst)), persoon.Onderwerp, nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);
    }

    /// <summary>
    /// Until ten days before they are heard those concerned can send documents, and for a week they can read what is there (7:4 Awb): the invitation
    /// leaves them the time for that, unless all of them agreed to less.
    /// </summary>
    /// <param name="bewaar">Keeps who agreed; called only when it stands.</param>
    public static Beslissing Nodig(
        Bezwaar bezwaar,
        Uitnodiging verzoek,
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
        var wanneer = Moment.Op(verzoek.Wanneer);
        var eerste = Termijnen.Einde(versie, Termijncode.UitnodigingHoren, Moment.Dag(nu));
        IReadOnlyList<Fout> fouten = [.. Fouten(verzoek, wanneer, eerste, nu)];
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : new HoorzittingGepland(
                bezwaar.Betreft!,
                wanneer,
                verzoek.Wijze,
                wie,
                nu,
                Tekst(verzoek.Plaats),
                Tekst(verzoek.Instemming) is { } instemming ? bewaar(instemming) : null
            );
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

    /// <param name="bewaar">Keeps the arguments; called only when it stands.</param>
    public static Beslissing ZieAf(Bezwaar bezwaar, Afzien verzoek, Func<string, Verwijzing> bewaar, string wie, Instant nu)
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
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : new NietGehoord(
                verzoek.Grond,
                bewaar(verzoek.Argument.Trim()),
                wie,
                nu,
                Tekst(verzoek.Anderen) is { } anderen ? bewaar(anderen) : null
            );
    }

    /// <summary>Whether someone with an interest was not heard, while nobody said why: also who was added after that.</summary>
    internal static bool SlaatAnderenOver(Bezwaar bezwaar) =>
        bezwaar is { Gehoord: null, HeeftAnderen: true, NietGehoord: { } niet }
        && Hoorgrond.IsVanIndiener(niet.Grond)
        && (niet.Anderen is null || bezwaar.Partijen.Any(p => p.Op > niet.Op));

    /// <param name="eerste">The first day that leaves time enough.</param>
    private static IEnumerable<Fout> Fouten(Uitnodiging verzoek, Instant wanneer, LocalDate eerste, Instant nu)
    {
        if (!Hoorwijze.Alle.Contains(verzoek.Wijze))
        {
            yield return new Fout("wijze", $"Kies uit {string.Join(", ", Hoorwijze.Alle)}.", "artikel 7:2 Awb");
        }
        if (wanneer <= nu)
        {
            yield return new Fout("wanneer", "Kies een moment dat nog komt.", "artikel 7:2 Awb");
        }
        else if (Moment.Dag(wanneer) < eerste && Tekst(verzoek.Instemming) is null)
        {
            yield return new Fout(
                "wanneer",
                $"Kies {Datumtekst.Van(eerste)} of later: tot tien dagen voor het horen kan men stukken sturen, en de stukken liggen een week ter inzage. Kan het eerder, schrijf dan wie daarmee instemde.",
                "artikel 7:4 Awb"
            );
        }
        var plaats = Tekst(verzoek.Plaats);
        if (verzoek.Wijze == Hoorwijze.OpKantoor && plaats is null)
        {
            yield return new Fout("plaats", "Schrijf het adres waar wordt gehoord. Het staat in de brief.", "artikel 7:2 Awb");
        }
        if (plaats?.Length > LangstePlaats)
        {
            yield return new Fout("plaats", $"Schrijf de plaats in ten hoogste {LangstePlaats} tekens.", "artikel 7:2 Awb");
        }
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
        if (bezwaar.HeeftAnderen && Hoorgrond.IsVanIndiener(verzoek.Grond) && Tekst(verzoek.Anderen) is null)
        {
            yield return new Fout(
                "anderen",
                verzoek.Grond == Hoorgrond.VolledigTegemoet
                    ? "Er zijn andere belanghebbenden. Schrijf waarom dit hen niet in hun belangen kan schaden. Kan dat wel, hoor hen dan."
                    : "Er zijn andere belanghebbenden, met een eigen recht om te worden gehoord. Schrijf van ieder dat die dat niet wil of niet op tijd reageerde, of hoor hen.",
                verzoek.Grond == Hoorgrond.VolledigTegemoet ? "artikel 7:3, onderdeel e, Awb" : "artikel 7:3 Awb"
            );
        }
    }

    private static string? Tekst(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}
