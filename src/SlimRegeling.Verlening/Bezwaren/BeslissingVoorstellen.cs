using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Verlening.Intrekkingen;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// An employee who did not take the decision that it is against proposes what to decide (7:11, 7:12 Awb). What a well-founded objection gives follows
/// from the application as it was assessed again, from settling anew, or from what was withdrawn; whoever objects never ends worse off. Only what is left
/// of a withdrawal that is revoked in part is typed in, as what it left was.
/// </summary>
public static class BeslissingVoorstellen
{
    /// <param name="Uitkomst">One of <see cref="Bezwaaruitkomst"/>.</param>
    /// <param name="Motivering">Why; it stands in the letter (7:12 Awb).</param>
    /// <param name="AfwijkingVanAdvies">Why the advice of the committee is not followed (7:13, seventh paragraph, Awb).</param>
    /// <param name="Herstelt">The earlier decision on this objection in whose place this one comes, because there is a mistake in it.</param>
    /// <param name="Blijft">What the subsidy becomes when a withdrawal is revoked in part, in euro; absent when it is revoked wholly.</param>
    /// <param name="Partijen">Of a partnership: what each party receives then, in euro by KVK number.</param>
    /// <param name="DeMinimisverklaring">Where a party would receive more by a change: whether there is a de-minimisverklaring of each that does.</param>
    /// <param name="Mkbverklaring">The same of the mkb-verklaring: one of <see cref="Mkbkeuze"/>.</param>
    /// <param name="Steunruimte">What of aid could still be granted to each, in euro by KVK number, where that is known.</param>
    /// <param name="Samenstelling">Where a party leaves or joins by it: whether it still is a partnership (2.1).</param>
    public sealed record Verzoek(
        string Uitkomst,
        string Motivering,
        string? AfwijkingVanAdvies = null,
        string? Herstelt = null,
        decimal? Blijft = null,
        IReadOnlyDictionary<string, decimal>? Partijen = null,
        bool? DeMinimisverklaring = null,
        string? Mkbverklaring = null,
        IReadOnlyDictionary<string, decimal>? Steunruimte = null,
        bool? Samenstelling = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaar}/voorstel", Voer).Geeft<Bijgewerkt>().Voor(Rol.Beoordelaar);

    private static async Task<Uitkomst> Voer(
        string bezwaar,
        Verzoek verzoek,
        Stroom<Bezwaar> bezwaren,
        Stroom<Verlening> verleningen,
        Bezwaarstap stap,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if (await bezwaren.Lees(bezwaar, ct) is not { } gelezen)
        {
            return Weigering.NietGevonden(bezwaar);
        }
        var verlening = (await verleningen.Lees(gelezen.Zaaknummer, ct))!;
        return await stap.Doe(
            bezwaar,
            (b, _, nu) => Beslis(b, verlening, verzoek, tekst => stap.Bewaar(bezwaar, tekst), persoon.Onderwerp, nu),
            ct
        );
    }

    /// <param name="bewaar">Keeps the reasons; called only when it can be proposed.</param>
    public static Beslissing Beslis(
        Bezwaar bezwaar,
        Verlening verlening,
        Verzoek verzoek,
        Func<Motivering, Verwijzing> bewaar,
        string wie,
        Instant nu
    )
    {
        var poort = Bezwaarpoort.Ingetrokken(bezwaar) ?? Herstel(bezwaar, verzoek) ?? Bezwaarpoort.Persoon(bezwaar, wie, oordeelt: true);
        if (poort is not null)
        {
            return poort;
        }
        if (Fouten(bezwaar, verlening, verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        if (Beslissingsrijp.Weiger(bezwaar, verzoek.Uitkomst) is { } nietKlaar)
        {
            return nietKlaar;
        }
        var (gevolg, weigering) = Gevolg(bezwaar, verlening, verzoek.Uitkomst);
        if (weigering is not null)
        {
            return weigering;
        }
        var partijen = gevolg is null ? Partijgevolg.Geen : Projectbesluit.Partijen(verlening, bezwaar.Betreft!);
        var opgave = new Toetredingsopgave(verzoek.DeMinimisverklaring, verzoek.Mkbverklaring, verzoek.Steunruimte, verzoek.Samenstelling);
        if (partijen.Vraagt && Onbevestigd(partijen, opgave, verlening) is { Count: > 0 } onbevestigd)
        {
            return Weigering.Invoer(onbevestigd);
        }
        var herbeoordeling = Bezwaargevolg.NaHerbeoordeling(gevolg) ? Herbeoordeling(bezwaar, verlening) : null;
        var wordt = gevolg switch
        {
            Bezwaargevolg.Verlenen or Bezwaargevolg.Wijzigen => herbeoordeling!.Subsidie,
            Bezwaargevolg.Herroepen => Herroeping.Wordt(verlening, bezwaar.Betreft!.Besluit, verzoek.Blijft, verzoek.Partijen).Bedrag,
            _ => (decimal?)null,
        };
        var motivering = bewaar(new Motivering(verzoek.Motivering.Trim(), OfNiets(verzoek.AfwijkingVanAdvies)));
        var voorstel = new BeslissingVoorgesteld(
            "",
            verzoek.Uitkomst,
            gevolg,
            herbeoordeling?.Hash(bezwaar.Zaaknummer),
            wordt is null ? null : herbeoordeling?.Tijdvak ?? verlening.Verleend!.Tijdvak,
            wordt is { } bedrag ? Math.Max(0, bedrag - (verlening.Verleend?.Bedrag ?? 0)) : 0,
            OfNiets(verzoek.Herstelt),
            motivering,
            wie,
            nu,
            gevolg is null or Bezwaargevolg.BlijftIngetrokken ? null : verlening.Vaststelling?.Besluit,
            verzoek.Blijft,
            verzoek.Blijft is null ? null : verzoek.Partijen,
            Toetredingscontrole.Van(partijen, opgave),
            partijen.Groei.Count == 0 ? null : partijen.Groei
        );
        return voorstel with { Voorstelhash = Beslissingshash.Van(bezwaar.Id, voorstel) };
    }

    private static List<Fout> Onbevestigd(Partijgevolg partijen, Toetredingsopgave opgave, Verlening verlening) =>
        [.. Toetredingscontrole.Fouten(partijen, opgave, Regelboek.Versie(verlening.Verleend!.Regelversie), "kies dan ongegrond")];

    /// <summary>The application as it was assessed again for this objection; null when it was not.</summary>
    internal static Voorstel? Herbeoordeling(Bezwaar bezwaar, Verlening verlening) =>
        verlening.Herbeoordeling is { } opnieuw && opnieuw.Bezwaar == bezwaar.Id ? opnieuw.Voorstel : null;

    /// <summary>A decision is taken once; after it only one in its place, that names it, and gives no less.</summary>
    private static Weigering? Herstel(Bezwaar bezwaar, Verzoek verzoek) =>
        (bezwaar.Beslissing, OfNiets(verzoek.Herstelt)) switch
        {
            (null, null) => null,
            (null, _) => Weigering.Van(
                "niets-te-herstellen",
                "Op dit bezwaar is nog niet beslist. Laat weg welk besluit dit herstelt.",
                "artikel 7:11 Awb"
            ),
            (_, null) => Bezwaarpoort.Afgelopen(bezwaar),
            ({ } beslissing, { } herstelt) when beslissing.Besluit != herstelt => Weigering.Van(
                "ander-besluit",
                $"Het besluit dat nu geldt is {beslissing.Besluit}. Een herstelbesluit noemt dat nummer.",
                "artikel 6:19 Awb"
            ),
            ({ Toekenning: not null } or { Gevolg: not (null or Bezwaargevolg.Afwijzen) }, _)
                when verzoek.Uitkomst != Bezwaaruitkomst.Gegrond => NietSlechter,
            _ => null,
        };

    private static List<Fout> Fouten(Bezwaar bezwaar, Verlening verlening, Verzoek verzoek)
    {
        var fouten = new List<Fout>();
        if (!Bezwaaruitkomst.Alle.Contains(verzoek.Uitkomst))
        {
            fouten.Add(new Fout("uitkomst", $"Kies uit {string.Join(", ", Bezwaaruitkomst.Alle)}.", "artikel 7:11 Awb"));
        }
        if (string.IsNullOrWhiteSpace(verzoek.Motivering))
        {
            fouten.Add(new Fout("motivering", "Schrijf waarom u dit voorstelt; het staat in de brief.", "artikel 7:12 Awb"));
        }
        if (bezwaar.Advies is { } advies && advies.Strekking != verzoek.Uitkomst && OfNiets(verzoek.AfwijkingVanAdvies) is null)
        {
            fouten.Add(
                new Fout(
                    "afwijkingVanAdvies",
                    $"De commissie adviseert {advies.Strekking}. Schrijf waarom u daarvan afwijkt.",
                    "artikel 7:13, zevende lid, Awb"
                )
            );
        }
        fouten.AddRange(Herroeping.Fouten(bezwaar, verlening, verzoek));
        return fouten;
    }

    /// <summary>What comes in the place of the decision that it is against, or why this outcome does not fit what was assessed again.</summary>
    internal static (string? Gevolg, Weigering? Weigering) Gevolg(Bezwaar bezwaar, Verlening verlening, string uitkomst)
    {
        var opnieuw = Herbeoordeling(bezwaar, verlening);
        var verleend = verlening.Verleend?.Bedrag;
        var tegenVerlening = bezwaar.Betreft is { Indiener: Indiener.Derde, Soort: Besluitsoort.Verlening };
        var beter =
            opnieuw is { IsVerlenen: true } && (verleend is null || opnieuw.Subsidie > verleend) && !AlleenHetPlafond(verlening, opnieuw);
        if (Intrekkingsbezwaar.Gevolg(bezwaar, verlening, uitkomst) is { } zonderMeer)
        {
            return zonderMeer;
        }
        if (tegenVerlening && opnieuw is not null && verleend is not null && (!opnieuw.IsVerlenen || opnieuw.Subsidie < verleend))
        {
            return (null, HerroepenKanHierNiet);
        }
        if (uitkomst == Bezwaaruitkomst.Ongegrond)
        {
            return beter && !tegenVerlening
                ? (null, PastNiet("Na de herbeoordeling is er meer subsidie dan in het besluit. Kies gegrond, of beoordeel opnieuw."))
                : (null, null);
        }
        if (!Besluitsoort.OpAanvraag(bezwaar.Betreft!.Soort))
        {
            return Projectbesluit.Gevolg(verlening, bezwaar.Betreft);
        }
        if (opnieuw is null)
        {
            return (null, HerbeoordelingOntbreekt);
        }
        return (verleend, opnieuw.IsVerlenen) switch
        {
            (null, true) => (Bezwaargevolg.Verlenen, null),
            (null, false) when bezwaar.Betreft.Soort == Besluitsoort.BuitenBehandeling => (Bezwaargevolg.Afwijzen, null),
            (null, false) => (null, PastNiet("Na de herbeoordeling is er nog een weigeringsgrond. Kies ongegrond, of beoordeel opnieuw.")),
            // A correction of the text alone gives the same.
            ({ } was, true) when opnieuw.Subsidie > was || (opnieuw.Subsidie == was && bezwaar.Beslissing is not null) =>
                Partijwissel.Wijzigen(verlening),
            ({ } was, true) when opnieuw.Subsidie == was => (
                null,
                PastNiet("De herbeoordeling geeft hetzelfde bedrag als het besluit. Kies ongegrond, of beoordeel opnieuw.")
            ),
            _ => (null, NietSlechter),
        };
    }

    /// <summary>
    /// What the ceiling took is no reason for a well-founded objection: it holds as it did at the first decision (4:25, third paragraph, Awb). Of an award
    /// in part the application must be worth more now than it was found to be worth then.
    /// </summary>
    internal static bool AlleenHetPlafond(Verlening verlening, Voorstel opnieuw) =>
        verlening switch
        {
            { Verleend: null, Afgewezen.Gronden: var gronden } => gronden.Contains(Grondcode.PlafondOverschreden),
            { Verleend.Gedeeltelijk: true, Voorstel: { } eerste } => Math.Min(opnieuw.Subsidie, Waard(opnieuw)) <= Waard(eerste),
            _ => false,
        };

    /// <summary>What the activities weigh in the subsidy before any maximum, in euro; the costs when the assessment did not say.</summary>
    private static decimal Waard(Voorstel voorstel) => voorstel.Aandelen?.Values.Sum() ?? voorstel.SubsidiabeleKosten;

    internal static Weigering HerbeoordelingOntbreekt =>
        Weigering.Van(
            "herbeoordeling-ontbreekt",
            "Laat de aanvraag eerst opnieuw beoordelen: daaruit volgt wat er in de plaats van het besluit komt.",
            "artikel 7:11, eerste lid, Awb"
        );

    private static Weigering PastNiet(string uitleg) => Weigering.Van("past-niet-bij-herbeoordeling", uitleg, "artikel 7:11 Awb");

    private static Weigering NietSlechter =>
        Weigering.Van(
            "niet-slechter",
            "Wie bezwaar maakt, krijgt daardoor nooit minder dan zonder bezwaar. Dit voorstel geeft minder.",
            "artikel 7:11 Awb"
        );

    /// <summary>
    /// No reformatio in peius protects whoever objects, not who was awarded. An award goes down or away by withdrawing it, which has grounds of its own
    /// and comes of no objection here; that this is unfounded would not be true.
    /// </summary>
    private static Weigering HerroepenKanHierNiet =>
        Weigering.Van(
            "herroepen-kan-hier-niet",
            "De herbeoordeling geeft minder dan is verleend, of een weigeringsgrond. Dan is dit bezwaar van een ander gegrond en moet de verlening lager of weg. Dat kan dit systeem nog niet, en ongegrond zou niet kloppen. Verdaag de beslissing zo nodig, neem haar samen met de jurist buiten dit systeem, en stuur haar aan de aanvrager en de indiener. Klopt de herbeoordeling niet, beoordeel dan opnieuw.",
            "artikel 7:11, tweede lid, Awb"
        );

    private static string? OfNiets(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}

/// <summary>Why it is decided so, as it stands in the letter (7:12 Awb).</summary>
/// <param name="AfwijkingVanAdvies">Why the advice of the committee is not followed.</param>
public sealed record Motivering(string Tekst, string? AfwijkingVanAdvies = null);
