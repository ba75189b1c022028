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
    /// <param name="Begroting">What was declared beside the budget of the award (7.8, second paragraph, Kaderregeling); absent when it was destroyed.</param>
    public sealed record Beeld(
        Instant? IngediendOp = null,
        bool TeLaat = false,
        decimal? Gevraagd = null,
        Declaratie? Declaratie = null,
        Aanvulling? Aanvulling = null,
        IReadOnlyList<Regeloordeel>? Oordelen = null,
        IReadOnlyList<DeclaratieProef.Bedragregel>? Berekening = null,
        Controleoordeel? Controleverklaring = null,
        IReadOnlyDictionary<string, string>? Sectoren = null,
        IReadOnlyList<Postbeeld>? Begroting = null
    );

    /// <param name="Titel">As people read it.</param>
    /// <param name="Begroot">What the award counted, in euro, like what was declared.</param>
    /// <param name="Uitleggen">Whether it differs so much from the award that it had to be explained.</param>
    /// <param name="Post">Absent of an activity of which the award tells no items; then both amounts are with the surcharge, else before it.</param>
    public sealed record Postbeeld(
        string Activiteit,
        string Titel,
        decimal Begroot,
        decimal Gedeclareerd,
        bool Uitleggen,
        string? Post = null
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
        var declaratie = await eenheid.Lees<Declaratie>(ingediend.Inhoud, ct);
        var aanvulling = verantwoording.Declaratieaanvulling is { } gevraagd
            ? new Aanvulling(gevraagd.Uiterlijk, gevraagd.Op, (await eenheid.Lees<Declaratievraag>(gevraagd.Vraag, ct))?.Vraag)
            : null;
        return Uitkomst.Ok(
            new Beeld(
                ingediend.Op,
                Moment.Dag(ingediend.Op) > uiterlijk,
                ingediend.Gevraagd,
                declaratie,
                aanvulling,
                beoordeling?.Regels,
                voorstel is null ? null : Berekening(verantwoording, voorstel, regels),
                beoordeling?.Controleverklaring,
                voorstel?.Afrekening?.Sectoren,
                declaratie is null ? null : Begroting(verantwoording, declaratie, versie)
            )
        );
    }

    private static List<Postbeeld> Begroting(Verantwoording verantwoording, Declaratie declaratie, Regelversie versie) =>
        [
            .. Begrotingsposten
                .Van(verantwoording, declaratie, versie)
                .Select(v => new Postbeeld(v.Activiteit, v.Soort, v.Begroot, v.Gemaakt, v.Uitleggen, v.Post)),
        ];

    /// <summary>The lines of the amount of a proposal on a declaration, by the rules of then; null of another.</summary>
    /// <param name="voor">The accounting at the proposal.</param>
    public static IReadOnlyList<DeclaratieProef.Bedragregel>? Berekening(Verantwoording voor, Voorgesteld voorstel, Regelstanden regels)
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
                afrekening.Bijdragen,
                afrekening.BijdragenPerPartij,
                voorstel.Verlaging
            )
                is { } grondslag
            ? DeclaratieProef.Regels(Vaststellingsberekening.Bereken(versie, grondslag), voorstel.Vastgesteld)
            : null;
    }
}
