using JasperFx;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// Two people of finance approve a round, neither of whom made it, had a hand in a decision in it or let something in it go. With the second the file is
/// there, and its payments are on their way. What somebody did who declared an interest of their own afterwards does not count.
/// </summary>
public static class RondeAccorderen
{
    /// <summary>How many payments a refusal names.</summary>
    private const int Genoemd = 20;

    /// <param name="Hash">Of the round as it was looked at.</param>
    public sealed record Verzoek(string Hash);

    /// <summary>What a round is weighed by.</summary>
    /// <param name="Kandidaten">The payments in it as they are now.</param>
    /// <param name="Opgeschort">Cases in which no payment is due today.</param>
    public sealed record Stand(IReadOnlyList<Kandidaat> Kandidaten, IReadOnlySet<string> Opgeschort)
    {
        /// <summary>By case the pseudonyms of who declared an interest of their own in it.</summary>
        public ILookup<string, string> Belangen { get; init; } = Array.Empty<string>().ToLookup(_ => "");
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/betaalrondes/{id}/akkoord", Voer).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string id,
        Verzoek verzoek,
        Persoon persoon,
        Werkeenheid<BetalingenContext> eenheid,
        Stroom<Betaalronde> rondes,
        Stroom<Betaalopdracht> betaalopdrachten,
        Belangen belangen,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        Betaalronde? na = null;
        IReadOnlyList<string> zaken = [];
        var uitkomst = await rondes.SchrijfOfBegin(
            id,
            _ => { },
            async ronde =>
            {
                if (ronde is null)
                {
                    return Weigering.NietGevonden(id);
                }
                var kandidaten = await Betaalbaarheid.Kandidaten(eenheid.Sessie, ronde.Betaalopdrachten, ct);
                zaken = [.. kandidaten.Select(k => k.Betaalopdracht.Opdracht.Zaaknummer).Distinct()];
                var opgeschort = await Betaalbaarheid.Opgeschort(eenheid.Sessie, kandidaten, Moment.Dag(nu), ct);
                var stand = new Stand(kandidaten, opgeschort) { Belangen = await belangen.Bij(zaken, ct) };
                var beslissing = Beslis(ronde, stand, verzoek.Hash, persoon.Onderwerp, nu);
                na = beslissing.Gebeurtenissen.Aggregate(ronde, (stand, gebeurtenis) => stand.Na(gebeurtenis));
                return beslissing;
            },
            ct
        );
        if (uitkomst.Weigering is null && na is { Gemaakt: { } gemaakt })
        {
            var volgnummers = na.Regels.ToDictionary(r => r.Betaalopdracht, r => r.Volgnummer, StringComparer.Ordinal);
            IReadOnlyList<string> akkoorden = [.. na.Akkoorden.Select(a => a.Door)];
            var weigeringen = await betaalopdrachten.SchrijfElk(
                gemaakt.Betaalopdrachten,
                o => Verzend(o, id, volgnummers[o.Id], akkoorden, nu),
                ct
            );
            // They were weighed above: what changed since is weighed again, with all of the round.
            if (weigeringen.Any(w => w is not null))
            {
                throw new ConcurrencyException(typeof(Betaalronde), id);
            }
        }
        // Closed to who has an interest of their own in one of them, also what is refused.
        return uitkomst with { Zaken = zaken };
    }

    public static Beslissing Beslis(Betaalronde ronde, Stand stand, string hash, string wie, Instant nu)
    {
        if (ronde.Status == Rondestatus.Ingetrokken)
        {
            return Weigering.Van("ronde-ingetrokken", $"Betaalronde {ronde.Id} is ingetrokken. Er is niets te accorderen.", Betalen);
        }
        // Its payments are read after it: what left meanwhile left by the second approval.
        if (ronde.Gemaakt is not null || stand.Kandidaten.Any(k => k.Betaalopdracht.Bestand == ronde.Id))
        {
            return Weigering.Van("al-geaccordeerd", $"Betaalronde {ronde.Id} is al door twee mensen geaccordeerd.", Betalen);
        }
        if (NietDoor(ronde, stand, wie) is { } nietDoor)
        {
            return nietDoor;
        }
        if (hash != ronde.Hash)
        {
            return Weigering.Van(
                "andere-ronde",
                $"Betaalronde {ronde.Id} is veranderd sinds u haar bekeek. Bekijk haar opnieuw en accordeer wat er nu staat.",
                Betalen
            );
        }
        if (ronde.Uitvoerdatum < Moment.Dag(nu))
        {
            return Weigering.Van(
                "uitvoerdatum-voorbij",
                "De uitvoerdatum van deze ronde is voorbij. Trek haar in en stel een nieuwe ronde voor.",
                Betalen
            );
        }
        if (MetBelang(ronde, stand) is { Count: > 0 } metBelang)
        {
            return Weigering.Van(
                "ronde-met-belang",
                "Wie deze ronde maakte of al accordeerde, meldde een eigen belang bij een zaak erin. Neem de betalingen daarvan uit de ronde, of trek haar in.",
                Onbevangen
            ) with
            {
                Fouten = [.. metBelang.Take(Genoemd)],
            };
        }
        if (Veranderd(ronde, stand) is { Count: > 0 } veranderd)
        {
            return Weigering.Van(
                "ronde-verouderd",
                $"Van deze ronde kunnen {veranderd.Count} betalingen zo niet meer worden gedaan. Neem ze uit de ronde en accordeer haar dan.",
                Betalen
            ) with
            {
                Fouten = [.. veranderd.Take(Genoemd)],
            };
        }
        var akkoord = new BetaalrondeGeaccordeerd(hash, wie, nu);
        return ronde.Akkoorden.Count + 1 < Betaalronde.Akkoordeisen
            ? akkoord
            : Beslissing.Van(
                akkoord,
                new BetaalbestandGemaakt(ronde.Uitvoerdatum, ronde.Betaalopdrachten, ronde.Totaal, ronde.Hash, ronde.Inhoud!, nu)
            );
    }

    /// <summary>The payment is on its way: its own history tells who approved it.</summary>
    public static Beslissing Verzend(
        Betaalopdracht betaalopdracht,
        string ronde,
        int volgnummer,
        IReadOnlyList<string> akkoorden,
        Instant nu
    ) =>
        betaalopdracht.Ronde != ronde || !betaalopdracht.Open || betaalopdracht.Aangehouden
            ? Weigering.Van(
                "ronde-verouderd",
                $"{betaalopdracht.Id}: deze betaling is veranderd sinds de ronde is voorgesteld. Neem haar uit de ronde.",
                Betalen
            )
            : new BetalingInBestand(ronde, volgnummer, nu, akkoorden);

    private const string Betalen = "artikel 4:52, eerste lid, Awb";
    private const string Onbevangen = "artikel 2:4, eerste lid, Awb";

    private static Weigering? NietDoor(Betaalronde ronde, Stand stand, string wie)
    {
        if (ronde.Akkoorden.Any(a => a.Door == wie))
        {
            return Weigering.NietDoorU(
                "zelfde-persoon",
                "U hebt deze ronde al geaccordeerd. Laat een collega het tweede akkoord geven.",
                Onbevangen
            );
        }
        if (ronde.Makers.Contains(wie))
        {
            return Weigering.NietDoorU(
                "eigen-ronde",
                "U hebt deze ronde voorgesteld of bijgesteld. Laat twee collega's haar accorderen.",
                Onbevangen
            );
        }
        if (stand.Kandidaten.FirstOrDefault(k => k.Betaalopdracht.Opdracht.Ondertekenaars.Contains(wie)) is { } eigen)
        {
            return Weigering.NietDoorU(
                "eigen-besluit",
                $"U hebt besluit {eigen.Betaalopdracht.Opdracht.Besluit} in deze ronde ondertekend of voorbereid. Laat een collega haar accorderen.",
                Onbevangen
            );
        }
        return
            stand.Kandidaten.FirstOrDefault(k => k.Rekening?.Controleurs.Contains(wie) == true || k.Betaalopdracht.Vrijgevers.Contains(wie))
                is { } gecontroleerd
            ? Weigering.NietDoorU(
                "eigen-controle",
                $"U controleerde de rekening van {gecontroleerd.Betaalopdracht.Id}, of gaf die betaling vrij of terug. Laat een collega accorderen.",
                Onbevangen
            )
            : null;
    }

    /// <summary>The payments of cases in which somebody who made or approved the round declared an interest since.</summary>
    private static List<Fout> MetBelang(Betaalronde ronde, Stand stand)
    {
        var betrokken = ronde.Makers.Concat(ronde.Akkoorden.Select(a => a.Door)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. ronde
                .Regels.Where(r => stand.Belangen[r.Zaaknummer].Any(betrokken.Contains))
                .Select(r => new Fout(
                    r.Betaalopdracht,
                    "Wie de ronde maakte of accordeerde, meldde een eigen belang bij deze zaak. Laat een collega deze betaling in een ronde zetten.",
                    Onbevangen
                )),
        ];
    }

    private static List<Fout> Veranderd(Betaalronde ronde, Stand stand)
    {
        var kandidaten = stand.Kandidaten.ToDictionary(k => k.Betaalopdracht.Id, StringComparer.Ordinal);
        var fouten = new List<Fout>();
        foreach (var regel in ronde.Regels)
        {
            if (Betaalbaarheid.Veranderd(kandidaten[regel.Betaalopdracht], regel, ronde.Id, stand.Opgeschort) is { } reden)
            {
                fouten.Add(new Fout(regel.Betaalopdracht, reden));
            }
        }
        return fouten;
    }
}
