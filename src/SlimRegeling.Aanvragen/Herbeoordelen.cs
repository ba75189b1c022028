using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Aanvragen.Begrotingen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// For an objection the application is assessed again, as a whole (7:11 Awb), by someone who did not take the decision that it is against
/// (10:3, third paragraph, Awb); and to mend a mistake in what was decided, by anyone. It decides nothing: who decides sees what comes out. The ceiling
/// is not looked at, because it holds in objection only as far as it did at the first decision (4:25, third paragraph, Awb); the money is set apart
/// before it is signed.
/// </summary>
public static class Herbeoordelen
{
    /// <param name="Bezwaar">Number of the objection, or of the proposal to mend a mistake.</param>
    /// <param name="Begroting">The activities as corrected, without a reason for each line.</param>
    /// <param name="Regels">In its place: a judgment on each line that is judged otherwise than for the decision that holds.</param>
    public sealed record Verzoek(
        string Bezwaar,
        IReadOnlyList<Beoordelen.Oordeel> Gronden,
        [property: Description("De begroting na correctie, zonder reden per regel. Gebruik liever 'regels'.")]
            IReadOnlyList<Activiteitgegevens>? Begroting = null,
        [property: Description("De regels die u anders beoordeelt dan bij het besluit. Wat u niet noemt, blijft zoals daar beoordeeld.")]
            IReadOnlyList<Regeloordeel>? Regels = null
    );

    /// <summary>What comes out of an assessment.</summary>
    /// <param name="Verzoek">The judgments as they count, with those on the budget that stay what they were.</param>
    /// <param name="Nodig">Codes that must be judged.</param>
    /// <param name="Toets">Each line of the budget, judged; null when they are judged otherwise.</param>
    /// <param name="Begroting">What of the activities counts; null when that is all.</param>
    /// <param name="Beoordeling">What the rules make of it; null when something is wrong.</param>
    internal sealed record Uitslag(
        Beoordelen.Verzoek Verzoek,
        IReadOnlyList<string> Nodig,
        Begrotingstoets? Toets,
        IReadOnlyList<Activiteitgegevens>? Begroting,
        IReadOnlyList<Fout> Fouten,
        Beoordeling? Beoordeling
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/herbeoordeling", Voer).Voor(Rol.Beoordelaar).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        Contextregister contexten,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: not null } gelezen)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var dossier = await Lees(gelezen, eenheid, tijdvakken, contexten, ct);
        var regels = await regelbron.Nu(ct);
        return await aanvragen.Schrijf(
            zaaknummer,
            aanvraag => Beslis(aanvraag, verzoek, dossier, persoon.Onderwerp, inhoud => eenheid.Bewaar(zaaknummer, inhoud), regels, nu),
            ct
        );
    }

    /// <param name="bewaar">Keeps judgments and computation; called only when the assessment stands.</param>
    public static Beslissing Beslis(
        Aanvraag aanvraag,
        Verzoek verzoek,
        Beoordelen.Dossier dossier,
        string wie,
        Func<Beoordelen.Inhoud, Verwijzing> bewaar,
        Regelstanden regels,
        Instant nu
    )
    {
        if (Poort(aanvraag, verzoek.Bezwaar, wie) is { } weigering)
        {
            return weigering;
        }
        var versie = regels.Versie(aanvraag.Ingediend!.Regelversie, nu);
        var uitslag = Weeg(aanvraag, verzoek, dossier, versie, nu);
        if (uitslag.Beoordeling is not { } beoordeling)
        {
            return Weigering.Invoer(uitslag.Fouten);
        }
        if (beoordeling is { Subsidiabel: true, Subsidiebedrag: <= 0m })
        {
            return Weigering.Invoer(
                new Fout(
                    verzoek.Begroting is null ? "regels" : "begroting",
                    "Zo blijft er geen subsidie over. Kies een grond om af te wijzen, of laat een regel van de begroting staan.",
                    "artikel 2.12"
                )
            );
        }
        return new AanvraagHerbeoordeeld(
            verzoek.Bezwaar,
            Beoordelen.Beoordeeld(
                aanvraag,
                uitslag.Verzoek,
                dossier,
                beoordeling,
                uitslag.Begroting,
                uitslag.Toets?.Regels,
                wie,
                bewaar,
                gedeeltelijk: null,
                versie,
                nu
            ),
            aanvraag.Bezwaren.Any(b => b.Bezwaar == verzoek.Bezwaar && b.Soort == BezwaarVernomen.Herstel) ? true : null
        );
    }

    /// <summary>Whether this person can assess the application again for this objection, or to mend this mistake; null when they can.</summary>
    internal static Weigering? Poort(Aanvraag aanvraag, string nummer, string wie)
    {
        if (aanvraag.HeeftBelang(wie))
        {
            return Belang.Gesloten(aanvraag.Id);
        }
        if (aanvraag.Bezwaren.FirstOrDefault(b => b.Bezwaar == nummer) is not { } bezwaar)
        {
            return Weigering.Van(
                "geen-bezwaar",
                $"Bij deze aanvraag is geen bezwaar of herstel {nummer} bekend. Controleer het nummer, of wacht een ogenblik.",
                "artikel 7:11 Awb"
            );
        }
        if (bezwaar.Soort == BezwaarVernomen.Herstel && aanvraag.BezwarenIngetrokken.Contains(bezwaar.Bezwaar))
        {
            return Weigering.Van(
                "herstel-teruggezonden",
                $"Voorstel {bezwaar.Bezwaar} om een fout te herstellen is teruggezonden. Stel het opnieuw voor.",
                "artikel 2.12"
            );
        }
        if (bezwaar.Soort == BezwaarVernomen.Herstel && IsBesloten(aanvraag, bezwaar))
        {
            return Weigering.Van(
                "al-hersteld",
                $"Besluit {bezwaar.Bezwaar} is al genomen. Opnieuw beoordelen verandert dat niet meer.",
                "artikel 2.12"
            );
        }
        if (aanvraag.BezwarenIngetrokken.Contains(bezwaar.Bezwaar))
        {
            return Weigering.Van("bezwaar-ingetrokken", "Dit bezwaar is ingetrokken. Er is niets meer te doen.", "artikel 6:21 Awb");
        }
        if (bezwaar.Soort == Vaststelling)
        {
            return Weigering.Van(
                "vaststelling-niet-hier",
                "Dit bezwaar is tegen een vaststelling. De aanvraag opnieuw beoordelen helpt daarbij niet.",
                "artikel 7:11 Awb"
            );
        }
        return bezwaar.NietDoor.Contains(wie)
            ? Weigering.NietDoorU(
                "nam-bestreden-besluit",
                $"U werkte mee aan het besluit {bezwaar.Besluit} waartegen dit bezwaar is. Een collega die daar niet bij was, doet dit.",
                "artikel 10:3, derde lid, Awb"
            )
            : null;
    }

    /// <summary>
    /// Whether the mistake was mended: that was heard, or follows from another that is to be mended since. There is one at a time, and their numbers go
    /// up, whatever a clock says.
    /// </summary>
    private static bool IsBesloten(Aanvraag aanvraag, BezwaarVernomen herstel) =>
        aanvraag.Grondslagen.Any(g => g.Besluit == herstel.Bezwaar)
        || aanvraag.Bezwaren.Any(b => b.Soort == BezwaarVernomen.Herstel && Volgnummer(b.Bezwaar) > Volgnummer(herstel.Bezwaar));

    private static int Volgnummer(string herstel) => int.Parse(herstel.AsSpan(herstel.LastIndexOf('H') + 1), CultureInfo.InvariantCulture);

    /// <summary>What is known of an application that was submitted, with the judgments of before.</summary>
    internal static async Task<Beoordelen.Dossier> Lees(
        Aanvraag aanvraag,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        Contextregister contexten,
        CancellationToken ct
    )
    {
        var dossier = await Beoordelen.Dossier.Lees(aanvraag, eenheid, tijdvakken, contexten, ct);
        return dossier with { Eerder = await Eerder(aanvraag, eenheid, ct) };
    }

    /// <summary>The judgments on which the decision that holds rests; null when nobody assessed the application.</summary>
    internal static async Task<Beoordelen.Verzoek?> Eerder(Aanvraag aanvraag, Werkeenheid<AanvragenContext> eenheid, CancellationToken ct)
    {
        if (Uitleggen.Zichtbaar(aanvraag, medewerker: true) is not { } beoordeling)
        {
            return null;
        }
        var inhoud =
            await eenheid.Lees<Beoordelen.Inhoud>(beoordeling.Inhoud, ct)
            ?? throw new InvalidDataException($"What was judged of {aanvraag.Id} was destroyed; it cannot be assessed again.");
        return inhoud.Verzoek;
    }

    /// <summary>The application with the judgments as they are now, by the rules.</summary>
    /// <param name="compleet">Whether each ground must be judged, with its argument; else only what was given is looked at.</param>
    internal static Uitslag Weeg(
        Aanvraag aanvraag,
        Verzoek verzoek,
        Beoordelen.Dossier dossier,
        Regelversie versie,
        Instant nu,
        bool compleet = true
    )
    {
        // Without what was set apart once: that says nothing here.
        var los = aanvraag with
        {
            Budget = null,
        };
        var zonder = Weging.Weeg(versie, los, dossier.Formulier, null, dossier.Subsidies, new Dictionary<string, bool>(), nu);
        var nodig = Weging.TeOordelen(zonder);
        var (samen, ontbreekt) = Samen(verzoek, dossier);
        var (toets, begroting, begrotingsfouten) = Beoordelen.Begroting(samen, dossier.Formulier, versie);
        IReadOnlyList<Fout> fouten = [.. Beoordelen.Oordelen(nodig, verzoek.Gronden, compleet), .. ontbreekt, .. begrotingsfouten];
        if (fouten.Count > 0)
        {
            return new(samen, nodig, toets, begroting, fouten, null);
        }
        var oordelen = verzoek.Gronden.ToDictionary(o => o.Code, o => o.Uitkomst == Beoordelen.Uitkomstoordeel.Voldaan);
        var beoordeling = Weging.Weeg(versie, los, dossier.Formulier, begroting, dossier.Subsidies, oordelen, nu);
        return new(samen, nodig, toets, begroting, [], beoordeling);
    }

    /// <summary>
    /// What is not judged anew stays as it was judged: an objection, or a mistake elsewhere, gives back nothing of the budget that nobody looked at. What
    /// is judged now stands first, in its own order.
    /// </summary>
    private static (Beoordelen.Verzoek Verzoek, IReadOnlyList<Fout> Fouten) Samen(Verzoek verzoek, Beoordelen.Dossier dossier)
    {
        var nu = new Beoordelen.Verzoek(verzoek.Gronden, verzoek.Begroting, verzoek.Regels);
        if (verzoek.Begroting is not null || dossier.Eerder is not { } eerder)
        {
            return (nu, []);
        }
        if (eerder.Begroting is null)
        {
            var genoemd = (verzoek.Regels ?? []).Select(r => r.Regel).ToHashSet();
            return (
                nu with
                {
                    Regels = eerder.Regels is null
                        ? verzoek.Regels
                        : [.. verzoek.Regels ?? [], .. eerder.Regels.Where(r => !genoemd.Contains(r.Regel))],
                },
                []
            );
        }
        if (verzoek.Regels is not { Count: > 0 } regels)
        {
            return (nu with { Begroting = eerder.Begroting, Regels = null }, []);
        }
        return Begrotingsregel.Van(dossier.Formulier.Activiteiten ?? []).All(r => regels.Any(o => o.Regel == r.Plaats))
            ? (nu, [])
            : (
                nu,
                [
                    new Fout(
                        "regels",
                        "Bij het besluit is de begroting als geheel veranderd. Oordeel nu over elke regel, of noem er geen: dan blijft die begroting staan.",
                        "artikel 7:11 Awb"
                    ),
                ]
            );
    }

    /// <summary>As Verlening calls a decision that settles.</summary>
    private const string Vaststelling = "vaststelling";
}
