using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Aanvragen.Aanvulling;
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
/// The assessor judges every ground that no data can tell (2.12); the rules test the others and compute the amounts. What comes out is a
/// proposal, which a second person signs.
/// </summary>
public static partial class Beoordelen
{
    /// <param name="Begroting">The activities as corrected, without a reason for each line; absent when they stand as asked.</param>
    /// <param name="Regels">In its place: a judgment on each line that is not accepted as it was asked.</param>
    public sealed record Verzoek(
        IReadOnlyList<Oordeel> Gronden,
        [property: Description("De begroting na correctie, zonder reden per regel. Gebruik liever 'regels'.")]
            IReadOnlyList<Activiteitgegevens>? Begroting = null,
        [property: Description("De regels van de begroting die anders worden of vervallen, elk met reden en artikel.")]
            IReadOnlyList<Regeloordeel>? Regels = null
    );

    /// <param name="Code">A ground or requirement of the rule version.</param>
    public sealed record Oordeel(string Code, Uitkomstoordeel Uitkomst, string Argument);

    public enum Uitkomstoordeel
    {
        [System.Text.Json.Serialization.JsonStringEnumMemberName("voldaan")]
        Voldaan,

        [System.Text.Json.Serialization.JsonStringEnumMemberName("nietVoldaan")]
        NietVoldaan,
    }

    /// <summary>What a decision was based on, kept beside the stream.</summary>
    /// <param name="Subsidies">The awards to the applicant and its parties that were known then; null in a decision from before they were kept.</param>
    /// <param name="Begroting">Each line of the budget, judged; null in a decision from before they were kept.</param>
    public sealed record Inhoud(
        Verzoek Verzoek,
        IReadOnlyList<Toets> Toetsen,
        IReadOnlyList<Rekenregel> Berekening,
        IReadOnlyList<Subsidie>? Subsidies = null,
        IReadOnlyList<Beoordeelderegel>? Begroting = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/beoordeling", Voer).Voor(Rol.Beoordelaar).Geeft<Bijgewerkt>();

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
        if (await aanvragen.Lees(zaaknummer, ct) is not { } gelezen)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        if (gelezen.Ingediend is null)
        {
            return NietVolledig;
        }
        var dossier = await Dossier.Lees(gelezen, eenheid, tijdvakken, contexten, ct);
        var regels = await regelbron.Nu(ct);
        var uitkomst = await aanvragen.Schrijf(
            zaaknummer,
            aanvraag => Beslis(aanvraag, verzoek, dossier, persoon.Onderwerp, inhoud => eenheid.Bewaar(zaaknummer, inhoud), regels, nu),
            ct
        );
        if (uitkomst.Weigering is null)
        {
            eenheid.Sessie.Delete<Beoordelingsconcept>(zaaknummer.ToString());
        }
        return uitkomst;
    }

    /// <param name="bewaar">Keeps judgments and computation; called only when the assessment stands.</param>
    public static Beslissing Beslis(
        Aanvraag aanvraag,
        Verzoek verzoek,
        Dossier dossier,
        string wie,
        Func<Inhoud, Verwijzing> bewaar,
        Regelstanden regels,
        Instant nu
    )
    {
        if (aanvraag.HeeftBelang(wie))
        {
            return Belang.Gesloten(aanvraag.Id);
        }
        if (aanvraag is not { Ingediend: { } ingediend, Fase: Fase.Volledig })
        {
            return aanvraag.Fase == Fase.Beoordeeld
                ? Weigering.Van("al-beoordeeld", "Deze aanvraag is al beoordeeld.", "artikel 2.12")
                : NietVolledig;
        }
        if (VanAnder(aanvraag, wie) is { } vanAnder)
        {
            return vanAnder;
        }
        if (aanvraag.Uitsluiting is { } uitsluiting)
        {
            return Weigering.Van(
                "uitgesloten",
                $"Zaak {uitsluiting.Eerdere} gaat voor deze aanvraag. U hoeft haar niet te beoordelen: een medeondertekenaar stelt haar buiten behandeling.",
                "artikel 2.8, vierde lid"
            );
        }
        if (aanvraag.Budget is not { } budget)
        {
            if (aanvraag.Budgettekort is not null)
            {
                return Weigering.Van(
                    "plafond-overschreden",
                    "Het plafond laat niets over voor deze aanvraag. Zij wordt om die reden afgewezen; u hoeft haar niet te beoordelen.",
                    "artikel 2.12"
                );
            }
            return Weigering.Van(
                "budget-niet-gereserveerd",
                "Voor deze aanvraag is nog geen budget gereserveerd. Wacht op de rangschikking van het tijdvak.",
                "artikel 2.10"
            );
        }
        var versie = regels.Versie(ingediend.Regelversie, nu);
        var zonder = Weging.Weeg(versie, aanvraag, dossier.Formulier, null, dossier.Subsidies, new Dictionary<string, bool>(), nu);
        var (toets, begroting, begrotingsfouten) = Begroting(verzoek, dossier.Formulier, versie);
        IReadOnlyList<Fout> fouten = [.. Oordelen(Weging.TeOordelen(zonder), verzoek.Gronden), .. begrotingsfouten];
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var oordelen = verzoek.Gronden.ToDictionary(o => o.Code, o => o.Uitkomst == Uitkomstoordeel.Voldaan);
        var beoordeling = Weging.Weeg(versie, aanvraag, dossier.Formulier, begroting, dossier.Subsidies, oordelen, nu);
        if (beoordeling is { Subsidiabel: true, Subsidiebedrag: <= 0m })
        {
            return Weigering.Invoer(
                new Fout(
                    verzoek.Regels is null ? "begroting" : "regels",
                    "Zo blijft er geen subsidie over. Kies een grond om af te wijzen, of laat een regel van de begroting staan.",
                    "artikel 2.12"
                )
            );
        }
        if (beoordeling.Subsidiebedrag > budget.Gereserveerd)
        {
            return Weigering.Invoer(
                new Fout(
                    verzoek.Regels is null ? "begroting" : "regels",
                    $"De subsidie wordt {Getal.Euro(beoordeling.Subsidiebedrag)}, meer dan de {Getal.Euro(budget.Gereserveerd)} die is gereserveerd. Verlaag de begroting.",
                    "artikel 2.10"
                )
            );
        }
        return Beoordeeld(
            aanvraag,
            verzoek,
            dossier,
            beoordeling,
            begroting,
            toets?.Regels,
            wie,
            bewaar,
            budget.Gedeeltelijk && beoordeling.Berekening.Regels.Any(r => r.Code == Plafond.Regelcode) ? true : null,
            versie,
            nu
        );
    }

    /// <param name="begroting">What of the activities counts; null when that is all.</param>
    /// <param name="regels">Each line of the budget, judged; null when they are judged otherwise.</param>
    /// <param name="gedeeltelijk">The ceiling left room for part of it.</param>
    internal static AanvraagBeoordeeld Beoordeeld(
        Aanvraag aanvraag,
        Verzoek verzoek,
        Dossier dossier,
        Beoordeling beoordeling,
        IReadOnlyList<Activiteitgegevens>? begroting,
        IReadOnlyList<Beoordeelderegel>? regels,
        string wie,
        Func<Inhoud, Verwijzing> bewaar,
        bool? gedeeltelijk,
        Regelversie versie,
        Instant nu
    )
    {
        var ingediend = aanvraag.Ingediend!;
        var stil = Opschorting.Van(aanvraag);
        var plan = dossier.Formulier.Regelplan(ingediend.Aanvragertype, begroting);
        return new AanvraagBeoordeeld(
            ingediend.Tijdvak,
            ingediend.KvkNummer,
            ingediend.Aanvragertype,
            beoordeling.Regelversie,
            beoordeling.Parametershash,
            beoordeling.Subsidiabel ? Voorstel.Verlenen : Voorstel.Afwijzen,
            [
                .. beoordeling
                    .Toetsen.Where(t => t.Uitkomst == Toetsuitkomst.NietVoldaan && Grondcode.Alle.Contains(t.Code))
                    .Select(t => t.Code),
            ],
            dossier.Formulier.Soorten(begroting),
            Weging.Aandelen(plan, versie),
            beoordeling.Berekening.SubsidiabeleKosten,
            beoordeling.Subsidiebedrag,
            beoordeling.Voorschot,
            wie,
            [.. dossier.Scans.Select(s => s.Rapporthash)],
            bewaar(new Inhoud(verzoek, beoordeling.Toetsen, beoordeling.Berekening.Regels, dossier.Subsidies, regels)),
            dossier.TijdvakSluit,
            nu,
            ingediend.Op,
            Weging.Delen(beoordeling),
            gedeeltelijk,
            stil?.Van,
            stil?.TotEnMet,
            Begrotingspost.Van(versie, plan.Activiteiten)
        );
    }

    /// <summary>Why this person cannot assess what another one has, or nobody; null when it is theirs.</summary>
    internal static Weigering? VanAnder(Aanvraag aanvraag, string wie) =>
        aanvraag.Beoordelaar is null
            ? Weigering.Van("niet-toegewezen", "Neem de aanvraag eerst in behandeling (toewijzing).")
            : Toewijzen.HeeftAnder(aanvraag, wie);

    /// <returns>
    /// The lines of the budget with the judgments on them, null when they are judged otherwise; what of the activities counts, null when that is all;
    /// and what is wrong.
    /// </returns>
    internal static (Begrotingstoets? Toets, IReadOnlyList<Activiteitgegevens>? Begroting, IReadOnlyList<Fout> Fouten) Begroting(
        Verzoek verzoek,
        Formulier formulier,
        Regelversie versie
    )
    {
        if (verzoek is { Begroting: not null, Regels: not null })
        {
            return (null, null, [new Fout("begroting", "Geef uw oordeel per regel, of een nieuwe begroting. Niet allebei.")]);
        }
        if (verzoek.Begroting is { } begroting)
        {
            return (null, begroting, [.. Formuliercontrole.Activiteiten("begroting", begroting)]);
        }
        var toets = Begrotingstoets.Van("regels", versie, formulier.Activiteiten ?? [], verzoek.Regels ?? []);
        return (toets, verzoek.Regels is null ? null : toets.Activiteiten, toets.Fouten);
    }

    /// <param name="compleet">Whether each must be judged, with its argument; else only what was given is looked at.</param>
    internal static IEnumerable<Fout> Oordelen(IReadOnlyList<string> nodig, IReadOnlyList<Oordeel> gegeven, bool compleet = true)
    {
        for (var i = 0; i < gegeven.Count; i++)
        {
            var oordeel = gegeven[i];
            if (!nodig.Contains(oordeel.Code))
            {
                yield return new Fout(
                    $"gronden[{i}].code",
                    $"'{oordeel.Code}' beoordeelt u hier niet: het is onbekend, niet van toepassing, of het systeem toetst het."
                );
            }
            else if (gegeven.Take(i).Any(o => o.Code == oordeel.Code))
            {
                yield return new Fout($"gronden[{i}].code", $"'{oordeel.Code}' staat er twee keer. Geef één oordeel.");
            }
            if (compleet && oordeel.Argument.Trim().Length == 0)
            {
                yield return new Fout($"gronden[{i}].argument", "Schrijf waarom u dit vindt.", "artikel 3:46 Awb");
            }
        }
        foreach (var code in compleet ? nodig.Except(gegeven.Select(o => o.Code)) : [])
        {
            yield return new Fout("gronden", $"Uw oordeel over '{code}' ontbreekt.", "artikel 2.12");
        }
    }

    internal static Weigering NietVolledig =>
        Weigering.Van("niet-volledig", "Beoordelen kan pas als de aanvraag volledig is (en niet ingetrokken).", "artikel 2.12");
}
