using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// A budget year by window: the ceiling, and beside it what was promised, advanced, settled, paid, claimed and lost (2.13 Comptabiliteitswet 2016). A promise is
/// of the year in which it is booked, also when it came to light after its own year was closed (2.14, fourth paragraph).
/// </summary>
public static class Jaaroverzicht
{
    /// <param name="Jaar">Moved in the year, in euro.</param>
    /// <param name="Stand">What stands at the end of the year, of all years together.</param>
    public sealed record Bedragen(decimal Jaar, decimal Stand);

    /// <param name="Tijdvak">Absent in the total.</param>
    /// <param name="Plafond">Euro; absent of a window of which it was not heard.</param>
    /// <param name="Verplichtingen">Promised and not settled yet.</param>
    /// <param name="Aangegaan">Promised, whatever became of it: of the year its budget for promises.</param>
    /// <param name="Voorschotten">Advanced and not settled yet.</param>
    /// <param name="Vastgesteld">Settled.</param>
    /// <param name="Betaald">What left the bank, less what came back or was repaid; a set-off counts as both.</param>
    /// <param name="VanEerderJaar">Of what was paid in the year: what left the bank in a year that was closed when it became known.</param>
    /// <param name="TeBetalen">Ordered and not paid yet.</param>
    /// <param name="Vorderingen">Claimed and not received yet, with its costs and interest.</param>
    /// <param name="Rente">Charged beside claims: interest and costs.</param>
    /// <param name="Oninbaar">Paid, not due and not collected any more.</param>
    /// <param name="Ruimte">The ceiling less what is promised and what was settled, at the end of the year; absent where there is no ceiling.</param>
    public sealed record Regel(
        string? Tijdvak,
        decimal? Plafond,
        Bedragen Verplichtingen,
        Bedragen Aangegaan,
        Bedragen Voorschotten,
        Bedragen Vastgesteld,
        Bedragen Betaald,
        decimal VanEerderJaar,
        Bedragen TeBetalen,
        Bedragen Vorderingen,
        Bedragen Rente,
        Bedragen Oninbaar,
        decimal? Ruimte
    );

    /// <param name="Verplichtingen">What the budget of the year allows to promise, in euro; absent when that is not known.</param>
    /// <param name="Kas">What it allows to pay; absent when that is not known.</param>
    /// <param name="RuimteVerplichtingen">Less what was promised in the year; below zero when that is more.</param>
    /// <param name="RuimteKas">Less what was paid in the year, with what is on the suspense account.</param>
    public sealed record Begroot(decimal? Verplichtingen, decimal? Kas, decimal? RuimteVerplichtingen, decimal? RuimteKas);

    /// <param name="Op">What became known after this moment is not in it.</param>
    /// <param name="Totaal">Of all windows.</param>
    /// <param name="PlafondVanJaar">Of the windows that opened in the year together.</param>
    /// <param name="Tussenrekening">What left the bank, less what came in, and belongs to no window yet; not in the total.</param>
    /// <param name="Begroting">Of the year (2.13 Comptabiliteitswet 2016), by the rules as they are now.</param>
    public sealed record Beeld(
        int Jaar,
        Instant Op,
        IReadOnlyList<Regel> Tijdvakken,
        Regel Totaal,
        decimal PlafondVanJaar,
        Bedragen Tussenrekening,
        Begroot Begroting
    );

    /// <summary>Of a year, all windows together: what was promised and what was paid, in euro.</summary>
    internal sealed record Jaarsom(decimal Aangegaan, decimal Betaald);

    /// <summary>Of one account in one window, debit less credit.</summary>
    private sealed record Rekeningsom(string Tijdvak, string Rekening, decimal Jaar, decimal Stand, decimal VanEerderJaar);

    private sealed record Plafond(string Tijdvak, decimal Bedrag, int Jaar);

    // What was promised, and what was promised more: not what ended with the settlement or was withdrawn. What reversed it counts with it.
    private static readonly string[] Toezeggingen = ["verplichting-aangegaan", "verplichting-gewijzigd"];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/grootboek/jaaroverzicht", Toon).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Beeld>();

    private static async Task<Uitkomst> Toon(
        int? jaar,
        [AsParameters] Grootboekpeil peil,
        Contextregister contexten,
        Regelbron<BetalingenContext> regelbron,
        CancellationToken ct
    )
    {
        var gevraagd = peil.Jaar(jaar);
        var bekend = peil.Bekend();
        if (peil.Onleesbaar is { } onleesbaar)
        {
            return onleesbaar;
        }
        var bron = contexten.Van(typeof(BetalingenContext)).Bron;
        var alles = await Sommen(bron, gevraagd, bekend, ct);
        var sommen = alles.Where(s => s.Tijdvak.Length > 0).ToList();
        var plafonds = await Plafonds(bron, ct);
        var regels = sommen
            .Select(s => s.Tijdvak)
            .Union(plafonds.Where(p => p.Jaar == gevraagd).Select(p => p.Tijdvak))
            .Order(StringComparer.Ordinal)
            .Select(t => Van(t, plafonds.FirstOrDefault(p => p.Tijdvak == t)?.Bedrag, [.. sommen.Where(s => s.Tijdvak == t)]))
            .ToList();
        var vanJaar = plafonds.Where(p => p.Jaar == gevraagd).Sum(p => p.Bedrag);
        var tussenrekening = Los(alles);
        var totaal = Van(null, null, sommen);
        var begroting = Jaarbegroting.Van(Geldschuldregels.Op(await regelbron.Nu(ct), peil.Nu), gevraagd);
        var begroot = Van(begroting, new(totaal.Aangegaan.Jaar, totaal.Betaald.Jaar + tussenrekening.Jaar));
        return Uitkomst.Ok(new Beeld(gevraagd, bekend, regels, totaal, vanJaar, tussenrekening, begroot));
    }

    /// <summary>As the books are now.</summary>
    internal static async Task<Jaarsom> Som(NpgsqlDataSource bron, int jaar, Instant nu, CancellationToken ct)
    {
        var alles = await Sommen(bron, jaar, nu, ct);
        var totaal = Van(null, null, [.. alles.Where(s => s.Tijdvak.Length > 0)]);
        return new(totaal.Aangegaan.Jaar, totaal.Betaald.Jaar + Los(alles).Jaar);
    }

    private static Begroot Van(Jaarbegroting begroting, Jaarsom som) =>
        new(begroting.Verplichtingen, begroting.Kas, begroting.Verplichtingen - som.Aangegaan, begroting.Kas - som.Betaald);

    private static Bedragen Los(IReadOnlyList<Rekeningsom> alles)
    {
        var los = alles.Where(s => s is { Tijdvak: "", Rekening: Grootboekrekeningen.Tussenrekening }).ToList();
        return new(los.Sum(s => s.Jaar), los.Sum(s => s.Stand));
    }

    private static Regel Van(string? tijdvak, decimal? plafond, IReadOnlyList<Rekeningsom> sommen)
    {
        var (verplicht, kosten) = (Credit(Grootboekrekeningen.Verplichtingen), Debet(Grootboekrekeningen.Kosten));
        return new(
            tijdvak,
            plafond,
            verplicht,
            Credit(Aangegaan),
            Debet(Grootboekrekeningen.Voorschotten),
            kosten,
            Credit(Grootboekrekeningen.Bank),
            0 - sommen.Where(s => s.Rekening == Grootboekrekeningen.Bank).Sum(s => s.VanEerderJaar),
            Credit(Grootboekrekeningen.TeBetalen),
            Debet(Grootboekrekeningen.TeVorderen),
            Credit(Grootboekrekeningen.Rente),
            Debet(Grootboekrekeningen.Oninbaar),
            plafond - verplicht.Stand - kosten.Stand
        );

        Bedragen Debet(string rekening)
        {
            var van = sommen.Where(s => s.Rekening == rekening).ToList();
            return new(van.Sum(s => s.Jaar), van.Sum(s => s.Stand));
        }

        Bedragen Credit(string rekening)
        {
            var (jaar, stand) = Debet(rekening);
            return new(0 - jaar, 0 - stand);
        }
    }

    /// <summary>Not an account: of that of the obligations what was promised.</summary>
    private const string Aangegaan = "aangegaan";

    private static async Task<IReadOnlyList<Rekeningsom>> Sommen(NpgsqlDataSource bron, int jaar, Instant bekend, CancellationToken ct)
    {
        var vraag = new Grootboekvraag().TotEnMet(new LocalDate(jaar, 12, 31)).BekendOp(bekend);
        var begin = vraag.Waarde(new LocalDate(jaar, 1, 1));
        var toezegging = $"waarvan = any({vraag.Waarde(Toezeggingen)})";
        await using var opdracht = vraag.Opdracht(
            bron,
            $"""
            select tijdvak, rekening, coalesce(sum(debet - credit) filter (where boekdatum >= {begin}), 0), sum(debet - credit),
              coalesce(sum(debet - credit) filter (where boekdatum >= {begin} and gebeurtenisdag < {begin}), 0),
              coalesce(sum(debet - credit) filter (where boekdatum >= {begin} and {toezegging}), 0),
              coalesce(sum(debet - credit) filter (where {toezegging}), 0)
            from (
              select *, case when rekening <> '{Grootboekrekeningen.Verplichtingen}' then null when keert_om is null then soort
                else (select o.soort from betalingen.grootboek o where o.boeking = g.keert_om and o.regel = g.regel) end as waarvan
              from betalingen.grootboek g where {vraag.Voorwaarden}
            ) g
            group by tijdvak, rekening
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var sommen = new List<Rekeningsom>();
        while (await rij.ReadAsync(ct))
        {
            var (tijdvak, rekening) = (rij.GetString(0), rij.GetString(1));
            sommen.Add(new(tijdvak, rekening, rij.GetDecimal(2), rij.GetDecimal(3), rij.GetDecimal(4)));
            if (rekening == Grootboekrekeningen.Verplichtingen)
            {
                sommen.Add(new(tijdvak, Aangegaan, rij.GetDecimal(5), rij.GetDecimal(6), 0));
            }
        }
        return sommen;
    }

    private static async Task<IReadOnlyList<Plafond>> Plafonds(NpgsqlDataSource bron, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand("select tijdvak, plafond, opent from betalingen.tijdvakplafond order by tijdvak");
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var plafonds = new List<Plafond>();
        while (await rij.ReadAsync(ct))
        {
            plafonds.Add(new(rij.GetString(0), rij.GetDecimal(1), Moment.Dag(rij.GetFieldValue<Instant>(2)).Year));
        }
        return plafonds;
    }
}
