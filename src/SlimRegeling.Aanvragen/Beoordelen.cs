using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Aanvragen.Aanvulling;
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
public static class Beoordelen
{
    /// <param name="Begroting">The activities as corrected; absent when they stand as asked.</param>
    public sealed record Verzoek(IReadOnlyList<Oordeel> Gronden, IReadOnlyList<Activiteitgegevens>? Begroting = null);

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
    public sealed record Inhoud(
        Verzoek Verzoek,
        IReadOnlyList<Toets> Toetsen,
        IReadOnlyList<Rekenregel> Berekening,
        IReadOnlyList<Subsidie>? Subsidies = null
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
        if (gelezen.Ingediend is not { } ingediend)
        {
            return NietVolledig;
        }
        var formulier =
            await eenheid.Lees<Formulier>(gelezen.Inhoud, ct)
            ?? throw new InvalidDataException($"The content of {zaaknummer} was destroyed; it cannot be assessed.");
        var tijdvak =
            await tijdvakken.Zoek(ingediend.Tijdvak, ct)
            ?? throw new InvalidOperationException($"The window {ingediend.Tijdvak} of {zaaknummer} is not known.");
        var bron = contexten.Van(typeof(AanvragenContext)).Bron;
        var dossier = new Dossier(
            formulier,
            await Subsidies.Van(bron, ingediend, ct),
            await Scanbewijzen.Van(bron, gelezen, ct),
            tijdvak.Sluit
        );
        var regels = await regelbron.Nu(ct);
        return await aanvragen.Schrijf(
            zaaknummer,
            aanvraag => Beslis(aanvraag, verzoek, dossier, persoon.Onderwerp, inhoud => eenheid.Bewaar(zaaknummer, inhoud), regels, nu),
            ct
        );
    }

    /// <summary>What is known beside the stream.</summary>
    public sealed record Dossier(
        Formulier Formulier,
        IReadOnlyList<Subsidie> Subsidies,
        IReadOnlyList<Scanbewijs> Scans,
        Instant TijdvakSluit
    );

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
        if (aanvraag is not { Ingediend: { } ingediend, Fase: Fase.Volledig })
        {
            return aanvraag.Fase == Fase.Beoordeeld
                ? Weigering.Van("al-beoordeeld", "Deze aanvraag is al beoordeeld.", "artikel 2.12")
                : NietVolledig;
        }
        if (aanvraag.Beoordelaar != wie)
        {
            return aanvraag.Beoordelaar is null
                ? Weigering.Van("niet-toegewezen", "Neem de aanvraag eerst in behandeling (toewijzing).")
                : Weigering.NietDoorU("van-andere-beoordelaar", "Een andere beoordelaar behandelt deze aanvraag.");
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
        IReadOnlyList<Fout> fouten =
        [
            .. Oordelen(Weging.TeOordelen(zonder), verzoek.Gronden),
            .. Formuliercontrole.Activiteiten("begroting", verzoek.Begroting),
        ];
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var oordelen = verzoek.Gronden.ToDictionary(o => o.Code, o => o.Uitkomst == Uitkomstoordeel.Voldaan);
        var beoordeling = Weging.Weeg(versie, aanvraag, dossier.Formulier, verzoek.Begroting, dossier.Subsidies, oordelen, nu);
        if (beoordeling.Subsidiebedrag > budget.Gereserveerd)
        {
            return Weigering.Invoer(
                new Fout(
                    "begroting",
                    $"De subsidie wordt {Getal.Euro(beoordeling.Subsidiebedrag)}, meer dan de {Getal.Euro(budget.Gereserveerd)} die is gereserveerd. Verlaag de begroting.",
                    "artikel 2.10"
                )
            );
        }
        var stil = Opschorting.Van(aanvraag);
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
            dossier.Formulier.Soorten(verzoek.Begroting),
            Weging.Aandelen(dossier.Formulier.Regelplan(ingediend.Aanvragertype, verzoek.Begroting), versie),
            beoordeling.Berekening.SubsidiabeleKosten,
            beoordeling.Subsidiebedrag,
            beoordeling.Voorschot,
            wie,
            [.. dossier.Scans.Select(s => s.Rapporthash)],
            bewaar(new Inhoud(verzoek, beoordeling.Toetsen, beoordeling.Berekening.Regels, dossier.Subsidies)),
            dossier.TijdvakSluit,
            nu,
            ingediend.Op,
            Weging.Delen(beoordeling),
            budget.Gedeeltelijk && beoordeling.Berekening.Regels.Any(r => r.Code == Plafond.Regelcode) ? true : null,
            stil?.Van,
            stil?.TotEnMet
        );
    }

    private static IEnumerable<Fout> Oordelen(IReadOnlyList<string> nodig, IReadOnlyList<Oordeel> gegeven)
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
            if (oordeel.Argument.Trim().Length == 0)
            {
                yield return new Fout($"gronden[{i}].argument", "Schrijf waarom u dit vindt.", "artikel 3:46 Awb");
            }
        }
        foreach (var code in nodig.Except(gegeven.Select(o => o.Code)))
        {
            yield return new Fout("gronden", $"Uw oordeel over '{code}' ontbreekt.", "artikel 2.12");
        }
    }

    private static Weigering NietVolledig =>
        Weigering.Van("niet-volledig", "Beoordelen kan pas als de aanvraag volledig is (en niet ingetrokken).", "artikel 2.12");
}
