using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.BuitenBehandeling;

/// <summary>A second person decides that an application is not handled, on a proposal that stands now; one case, or many as one act.</summary>
public static class Stellen
{
    /// <param name="Hash">The hash of the proposal that was read: what is signed is that and nothing else.</param>
    /// <param name="Brief">Hash of the template with which the letter was read: with that it is written. Absent when nobody read it.</param>
    public sealed record Verzoek(string Hash, string? Brief = null);

    /// <param name="Hashes">Of the proposals that were read, by case number; one for each.</param>
    public sealed record Bulkverzoek(IReadOnlyList<string> Zaaknummers, IReadOnlyDictionary<string, string> Hashes);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/aanvragen/{zaaknummer}/buitenbehandelingstelling", Voer).Voor(Rol.Medeondertekenaar).Geeft<Bijgewerkt>();
        api.MapPost("/buitenbehandelingstellingen", VoerElk).Voor(Rol.Medeondertekenaar).Geeft<IReadOnlyList<Bulkregel>>();
    }

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Ordewijziging orde,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        CancellationToken ct
    )
    {
        var regels = await regelbron.Nu(ct);
        return await orde.Schrijf(
            zaaknummer,
            (aanvraag, nu) => Beslis(aanvraag, persoon.Onderwerp, regels, nu, verzoek.Hash, Hashvorm.OfNiets(verzoek.Brief)),
            ct
        );
    }

    private static async Task<Uitkomst> VoerElk(
        Bulkverzoek verzoek,
        Ordewijziging orde,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if ((Bulkregel.Fouten("zaaknummers", verzoek.Zaaknummers) ?? ZonderHash(verzoek)) is { } weigering)
        {
            return weigering;
        }
        var regels = await regelbron.Nu(ct);
        string[] zaaknummers = [.. verzoek.Zaaknummers.Distinct()];
        var uitkomsten = await orde.SchrijfElk(
            zaaknummers,
            (aanvraag, nu) => Beslis(aanvraag, persoon.Onderwerp, regels, nu, verzoek.Hashes[aanvraag.Id]),
            ct
        );
        return Uitkomst.Ok(Bulkregel.Elk(verzoek.Zaaknummers, zaaknummers.Select((z, i) => Bulkregel.Van(z, uitkomsten[i]))));
    }

    /// <summary>Null when each case that is named has the hash of what was read of it.</summary>
    private static Weigering? ZonderHash(Bulkverzoek verzoek)
    {
        var zonder = verzoek.Zaaknummers.Where(z => string.IsNullOrEmpty(verzoek.Hashes.GetValueOrDefault(z))).Distinct().ToList();
        return zonder.Count == 0
            ? null
            : Weigering.Invoer([
                .. zonder.Select(zaaknummer => new Fout(
                    $"hashes.{zaaknummer}",
                    $"Noem van zaak {zaaknummer} de hash van het voorstel dat u las. U ondertekent dat voorstel en geen ander."
                )),
            ]);
    }

    /// <param name="wie">A pseudonym.</param>
    /// <param name="hash">Of the proposal that was read; null where nothing is signed and what stands now is looked at.</param>
    /// <param name="brief">Hash of the template with which its letter was read; null when nobody read it.</param>
    public static Beslissing Beslis(
        Aanvraag aanvraag,
        string wie,
        Regelstanden regels,
        Instant nu,
        string? hash = null,
        string? brief = null
    )
    {
        if (aanvraag.HeeftBelang(wie))
        {
            return Belang.Gesloten(aanvraag.Id);
        }
        if (Voorgesteld.Van(aanvraag, regels, nu) is not { } voorstel)
        {
            return GeenVoorstel(aanvraag);
        }
        // What was assessed lies before another signer: of one case there is one decision.
        if (aanvraag.Fase == Fase.Beoordeeld)
        {
            return Weigering.Van(
                "ligt-voor",
                "Deze aanvraag is al beoordeeld en er ligt een voorstel voor een besluit. Zend dat voorstel eerst terug. Daarna ondertekent u dat de aanvraag buiten behandeling blijft.",
                "artikel 2.8, vierde lid"
            );
        }
        if (voorstel.DoorIemand is { } voorsteller && aanvraag.HeeftBelang(voorsteller))
        {
            return MetBelang(aanvraag);
        }
        if (voorstel.DoorIemand == wie)
        {
            return Weigering.NietDoorU(
                "zelf-gevraagd",
                "U vroeg zelf om de aanvulling of beoordeelde haar. Een ander ondertekent dit besluit.",
                "artikel 4:5 Awb"
            );
        }
        if (hash is not null && hash != voorstel.Hash(aanvraag.Id))
        {
            return Weigering.Van(
                "ander-voorstel",
                "Dit voorstel is veranderd sinds u het las. Lees het opnieuw en beslis dan.",
                "artikel 4:5 Awb"
            );
        }
        // After it the power is gone (4:5, fourth paragraph, Awb); who is left out by the list was never owed a completion.
        if (voorstel.Grond == Vervalgrond.NietAangevuld && Moment.Dag(nu) > voorstel.MededelenUiterlijk)
        {
            return Weigering.Van(
                "mededelingstermijn-voorbij",
                $"Dit kon tot en met {Datumtekst.Van(voorstel.MededelenUiterlijk)}. Vraag een beoordelaar de aanvraag volledig te verklaren en haar te beoordelen zoals zij er ligt.",
                "artikel 4:5, vierde lid, Awb"
            );
        }
        var ingediend = aanvraag.Ingediend!;
        var versie = regels.Versie(ingediend.Regelversie, nu);
        return new BuitenBehandelingGesteld(
            ingediend.Tijdvak,
            aanvraag.KvkNummer,
            versie.Id,
            versie.Hash,
            $"{aanvraag.Id}-N1",
            Moment.Dag(nu),
            voorstel.Grond,
            voorstel.MededelenUiterlijk,
            voorstel.Ontbreekt,
            voorstel.AanvullenUiterlijk,
            voorstel.AangevuldOp,
            voorstel.Eerdere,
            voorstel.DoorIemand is { } eerste ? [eerste, wie] : [wie],
            nu,
            brief
        );
    }

    /// <summary>What rests on the word of someone with an interest is judged anew by a colleague, as far as the law gives another chance to.</summary>
    private static Weigering MetBelang(Aanvraag aanvraag) =>
        Weigering.Van(
            "voorstel-met-belang",
            "Wie dit voorstelde, meldde daarna een eigen belang. "
                + (
                    aanvraag.Fase == Fase.Aangevuld
                        ? "Vraag een andere beoordelaar om opnieuw te zeggen of de aanvraag volledig is."
                        : "Vraag een andere beoordelaar de aanvraag volledig te verklaren en haar te beoordelen zoals zij er ligt."
                ),
            "artikel 2:4 Awb"
        );

    private static Weigering GeenVoorstel(Aanvraag aanvraag) =>
        aanvraag switch
        {
            { Fase: Fase.BuitenBehandeling } => Weigering.Van(
                "al-besloten",
                "Over deze aanvraag is al besloten: zij wordt niet behandeld. Een besluit wordt niet twee keer ondertekend.",
                "artikel 4:5 Awb"
            ),
            { Besluiten.Count: > 0 } => Weigering.Van("al-besloten", "Op deze aanvraag is al besloten.", "artikel 2.11"),
            { Fase: Fase.AanvullingGevraagd, Hersteltermijn: { } termijn } => Weigering.Van(
                "wacht-op-aanvulling",
                $"De aanvrager kan aanvullen tot en met {Datumtekst.Van(termijn.Uiterlijk)}. Wacht die dag af.",
                "artikel 4:5 Awb"
            ),
            { Fase: Fase.AanvullingGevraagd } => Weigering.Van(
                "wacht-op-aanvulling",
                "De brief met het verzoek om aanvulling is nog niet verzonden. De hersteltermijn begint de dag na verzending. Wacht die af.",
                "artikel 4:5 Awb"
            ),
            { Fase: Fase.Aangevuld, Aangevuld: { } aangevuld } => Weigering.Van(
                "al-aangevuld",
                $"De aanvraag is op {Datumtekst.Van(Moment.Dag(aangevuld.Op))} aangevuld. Een beoordelaar bekijkt eerst of zij nu volledig is.",
                "artikel 4:5 Awb"
            ),
            _ => Weigering.Van("geen-voorstel", "Er is geen grond om deze aanvraag niet te behandelen.", "artikel 4:5 Awb"),
        };
}
