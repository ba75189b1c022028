using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// Another person signs what was proposed to withdraw, by the hash that was read: neither who proposed it, nor who laid it before them, nor who has an
/// interest in the case. That makes it a decision.
/// </summary>
public static class IntrekkingOndertekenen
{
    /// <param name="Hash">The hash of the proposal that was read: what is signed is that and nothing else.</param>
    public sealed record Verzoek(string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verleningen/{zaaknummer}/intrekkingen/ondertekening", Voer).Geeft<Bijgewerkt>().Voor(Rol.Medeondertekenaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Bezwaarregister register,
        Regelbron<VerleningContext> regelbron,
        Belangen belangen,
        Moment moment,
        CancellationToken ct
    )
    {
        var (bezwaren, regels) = (await register.Van(zaaknummer, ct), await regelbron.Nu(ct));
        var metBelang = (await belangen.Bij([zaaknummer], ct))[zaaknummer].ToList();
        return await verleningen.Schrijf(
            zaaknummer,
            verlening => Beslis(zaaknummer, verlening, bezwaren, verzoek.Hash, persoon.Onderwerp, regels, moment.Nu, metBelang),
            ct
        );
    }

    /// <param name="bezwaren">Those of the case.</param>
    /// <param name="wie">Pseudonym of who signs.</param>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case; null when nobody did.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verlening verlening,
        IReadOnlyList<Bezwaar> bezwaren,
        string hash,
        string wie,
        Regelstanden regels,
        Instant nu,
        IReadOnlyCollection<string>? metBelang = null
    )
    {
        if (metBelang?.Contains(wie) == true)
        {
            return Belang.Gesloten(zaaknummer);
        }
        if (verlening.Intrekking is not { Voorstel: { } voorstel } intrekking)
        {
            return verlening.Intrekking?.Besluiten.FirstOrDefault(b => b.Voorstelhash == hash) is { } genomen
                ? Weigering.Van("al-ondertekend", $"Dit voorstel is al ondertekend; dat is besluit {genomen.Besluit}.")
                : Intrekkingspoort.GeenVoorstel;
        }
        string[] voorstellers = [.. new[] { voorstel.Door, intrekking.Voorgelegd?.Door }.OfType<string>()];
        if (Tweedepersoon.Persoon("deze intrekking zelf voorgesteld of voorgelegd", voorstellers, wie, metBelang) is { } nietDoorU)
        {
            return nietDoorU;
        }
        if (intrekking.Voorgelegd is not { } voorgelegd)
        {
            return Weigering.Van(
                "nog-niet-voorgelegd",
                "Dit voorstel ligt nog niet klaar: eerst kan de ontvanger reageren. Wacht tot een collega het voorlegt.",
                "artikel 4:8 Awb"
            );
        }
        return (Tweedepersoon.Gelezen(voorgelegd.Voorstelhash, hash) ?? Intrekkingspoort.Weiger(verlening, bezwaren)) is { } weigering
            ? weigering
            : Besluit(zaaknummer, verlening, wie, regels, nu);
    }

    /// <summary>The decision as it would be now, apart from who may sign it.</summary>
    /// <param name="verlening">With a proposal that lies ready.</param>
    internal static Beslissing Besluit(string zaaknummer, Verlening verlening, string wie, Regelstanden regels, Instant nu)
    {
        var (voorstel, voorgelegd, was) = (verlening.Intrekking!.Voorstel!, verlening.Intrekking.Voorgelegd!, verlening.Verleend!);
        if (Intrekkingspoort.TeLaat(verlening, voorstel.Soort, voorstel.Sinds, nu) is { } teLaat)
        {
            return teLaat;
        }
        if (
            was.Bedrag != voorstel.Was
            || verlening.Vaststelling?.Vastgesteld != voorstel.VastgesteldWas
            || (verlening.Vaststelling?.Besluit ?? was.Besluit) != voorstel.Betreft
            || !Past(voorstel.Partijen, was.Partijen)
        )
        {
            return Weigering.Van(
                "verlening-gewijzigd",
                $"Over de subsidie in zaak {zaaknummer} is na dit voorstel iets anders besloten. Zend het terug, zodat opnieuw wordt bepaald wat er wordt ingetrokken.",
                Intrekkingspoort.Artikel(verlening)
            );
        }
        var versie = regels.Versie(voorstel.Regelversie, nu);
        return new IntrekkingBesloten(
            voorgelegd.Voorstelhash,
            voorstel.Intrekking,
            Moment.Dag(nu),
            voorstel.Betreft,
            voorstel.Soort,
            voorstel.Grond,
            was with
            {
                Bedrag = voorstel.Bedrag,
                // An advance is no more than what is left; what was paid above it is claimed back (2.25, fourth paragraph).
                Voorschot = Math.Min(was.Voorschot, voorstel.Bedrag),
                Partijen = voorstel.Partijen ?? was.Partijen,
            },
            was.Bedrag,
            voorstel.VastgesteldWas,
            verlening.Betaald,
            Math.Max(0, verlening.Betaald - voorstel.Bedrag),
            was.Partijen,
            voorstel.Vanaf,
            voorstel.NietGehoord,
            voorgelegd.Motivering,
            [.. ((string[])[voorstel.Door, voorgelegd.Door, wie]).Distinct()],
            versie.Id,
            versie.Hash,
            nu,
            verlening.Herschreven + 2
        );
    }

    /// <summary>Whether the parties that it leaves something to are still those of the award, and none of them gets more than it has.</summary>
    private static bool Past(IReadOnlyDictionary<string, decimal>? wordt, IReadOnlyDictionary<string, decimal>? was) =>
        (wordt?.Count ?? 0) == (was?.Count ?? 0)
        && (wordt ?? new Dictionary<string, decimal>()).All(deel => was!.TryGetValue(deel.Key, out var had) && deel.Value <= had);
}
