using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>Shows the declaration that was sent, and what was judged of it: to the recipient once it is settled.</summary>
public static class DeclaratieTonen
{
    /// <param name="Vraag">Null when it was destroyed.</param>
    public sealed record Aanvulling(LocalDate Uiterlijk, Instant GevraagdOp, string? Vraag = null);

    /// <param name="IngediendOp">Absent, as all else, when nothing was sent yet.</param>
    /// <param name="Declaratie">Absent also when it was destroyed.</param>
    /// <param name="TeLaat">Whether it came after the last day to ask for the settlement.</param>
    /// <param name="Gevraagd">Euro.</param>
    /// <param name="Oordelen">Of the settlement, or to employees of the proposal; as is that of the auditor's report.</param>
    /// <param name="Sectoren">KVK number to the sector that was told of a party; with the judgments.</param>
    public sealed record Beeld(
        Instant? IngediendOp = null,
        bool TeLaat = false,
        decimal? Gevraagd = null,
        Declaratie? Declaratie = null,
        Aanvulling? Aanvulling = null,
        IReadOnlyList<Regeloordeel>? Oordelen = null,
        IReadOnlyList<DeclaratieProef.Bedragregel>? Berekening = null,
        Controleoordeel? Controleverklaring = null,
        IReadOnlyDictionary<string, string>? Sectoren = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verantwoordingen/{zaaknummer}/declaratie", Voer)
            .Geeft<Beeld>()
            .LegtInzageVast("declaratie")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Persoon persoon,
        Stroom<Verantwoording> verantwoordingen,
        Werkeenheid<VaststellingContext> eenheid,
        Regelbron<VaststellingContext> regelbron,
        CancellationToken ct
    )
    {
        if (await verantwoordingen.Lees(zaaknummer, ct) is not { Opening: { } opening } verantwoording)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        if (verantwoording.Declaratie is not { } ingediend)
        {
            return Uitkomst.Ok(new Beeld());
        }
        var regels = await regelbron.Nu(ct);
        var versie = regels.Toen(ingediend.Regelhash).Versie(ingediend.Regelversie, ingediend.Op);
        var uiterlijk = Termijnen.Einde(versie, Verantwoordingswijze.Termijn(versie, opening.Wijze), opening.PeriodeTot);
        // Of a proposal only employees know.
        var voorstel = persoon.KvkNummer is null || verantwoording.Fase == Fase.Vastgesteld ? verantwoording.Voorstel : null;
        var beoordeling = voorstel is { Afrekening: not null } ? await eenheid.Lees<Declaratiebeoordeling>(voorstel.Argumenten, ct) : null;
        var aanvulling = verantwoording.Declaratieaanvulling is { } gevraagd
            ? new Aanvulling(gevraagd.Uiterlijk, gevraagd.Op, (await eenheid.Lees<Declaratievraag>(gevraagd.Vraag, ct))?.Vraag)
            : null;
        return Uitkomst.Ok(
            new Beeld(
                ingediend.Op,
                Moment.Dag(ingediend.Op) > uiterlijk,
                ingediend.Gevraagd,
                await eenheid.Lees<Declaratie>(ingediend.Inhoud, ct),
                aanvulling,
                beoordeling?.Regels,
                voorstel is null ? null : Berekening(verantwoording, voorstel, regels),
                beoordeling?.Controleverklaring,
                voorstel?.Afrekening?.Sectoren
            )
        );
    }

    /// <summary>The lines of the amount of a proposal on a declaration, by the rules of then; null of another.</summary>
    /// <param name="voor">The accounting at the proposal.</param>
    internal static IReadOnlyList<DeclaratieProef.Bedragregel>? Berekening(Verantwoording voor, Voorgesteld voorstel, Regelstanden regels)
    {
        if (voorstel.Afrekening is not { } afrekening)
        {
            return null;
        }
        var versie = regels.Toen(voorstel.Regelhash).Versie(voor.Opening!.Regelversie, voorstel.Op);
        return
            Grondslag.Van(
                voor,
                versie,
                afrekening.Aanvaard,
                Moment.Dag(voorstel.Op),
                afrekening.Nihil == true,
                afrekening.Sectoren,
                afrekening.Controleverklaring,
                afrekening.Bijdragen
            )
                is { } grondslag
            ? DeclaratieProef.Regels(Vaststellingsberekening.Bereken(versie, grondslag))
            : null;
    }
}
