using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Tijd;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// The money of one enterprise with a case in each of two windows, as <see cref="Geldleven"/>, through the door and on a real database: what people and the
/// bank do is asked of the program, which says whether it can be.
/// </summary>
internal sealed partial class Huisleven
{
    // Who approves a round had no hand in what is in it.
    private const string Voorsteller = "fien";
    private const string Tweede = "cor";
    private static readonly string[] Tekenaars = ["bea", "cor"];
    private static readonly string[] Accordeurs = ["fred", "anna"];

    private readonly Knipdeur _deur;
    private readonly Zaak _zaak;
    private readonly Huiszaak[] _zaken;
    private readonly bool _hertelt;

    /// <summary>Numbers of attachments that lie.</summary>
    private readonly Stack<string> _beslagen = new();
    private int _rekening = 1;

    private Huisleven(Knipdeur deur, Levensbesluiten een, Levensbesluiten twee, bool hertelt)
    {
        (_deur, _zaak, _hertelt) = (deur, Zaak.Nieuw(), hertelt);
        _zaken =
        [
            new(_zaak, "2026-04-mkb", een),
            new(_zaak with { Zaaknummer = SlimRegeling.Platform.Zaaknummer.Trek() }, "2024-04-mkb", twee),
        ];
    }

    private static LocalDate Vandaag => Moment.Dag(SystemClock.Instance.GetCurrentInstant());

    /// <summary>Both advances are ordered; the letter of the first case was sent so long ago that paying is late.</summary>
    /// <param name="teruggevorderd">Whether the first was paid and settled since, and what was too much is claimed back.</param>
    /// <param name="hertelt">
    /// Whether the bank tells what it told on a statement with another number: then the balances of its statements follow from each other no more.
    /// </param>
    public static async Task<Huisleven> Begin(Knipdeur deur, Levensbesluiten een, Levensbesluiten twee, bool teruggevorderd, bool hertelt)
    {
        var leven = new Huisleven(deur, een, twee, hertelt);
        var zaak = leven._zaken[0].Nummer;
        var dag = Vandaag.PlusDays(-200);
        var brief = new BriefVerzondenBericht(zaak, $"{zaak}-verlening", "verlening", $"{zaak}-V1", dag, Voorbeelden.Moment);
        await deur.Zeg([leven._zaak.Rekening(1), .. leven._zaken.SelectMany(z => z.Begin), brief]);
        if (teruggevorderd)
        {
            await leven.Betaal((await leven.Orders()).FindAll(o => o.Veld("zaaknummer") == zaak), 1);
            await leven.Hoor(0);
            foreach (var vordering in await leven.Vorderingen())
            {
                await leven.Vorder(vordering);
            }
        }
        return leven;
    }

    /// <returns>Null when there was nothing to do it with.</returns>
    public async Task<Gekregen?> Doe(Levensdaad daad, int keuze)
    {
        var gedaan = daad switch
        {
            Levensdaad.Hoor => await Hoor(keuze),
            Levensdaad.Betaal => await Betaal(await Orders(), keuze),
            Levensdaad.WijsAf => await WijsAf(keuze),
            Levensdaad.Afschrift => await LeesAfschrift(keuze),
            Levensdaad.BetaalTerug => await BetaalTerug(keuze),
            Levensdaad.HandelAf => await HandelAf(keuze),
            Levensdaad.BetaalBeslaglegger => await BetaalBeslaglegger(keuze),
            Levensdaad.VergoedRente => await VergoedRente(),
            Levensdaad.WijzigRekening => await WijzigRekening(),
            Levensdaad.ControleerRekening => await ControleerRekening(),
            Levensdaad.LegBeslag => await LegBeslag(),
            Levensdaad.HefBeslagOp => await HefBeslagOp(),
            Levensdaad.GeefVrij => await GeefVrij(),
            Levensdaad.Tegenboeken => await BoekTegen(keuze),
            _ => await DoeMetVordering(daad, keuze),
        };
        await _deur.Rust();
        return gedaan;
    }

    /// <summary>
    /// At rest: what is signed is what is ordered, less what was repaid, is claimed and was written off, of the sum itself; and so the ledger says.
    /// </summary>
    public async Task Klopt()
    {
        foreach (var zaak in _zaken)
        {
            var gevonden = await _deur.Lees(
                $"""
                select ((
                  select coalesce(sum((data -> 'opdracht' ->> 'bedrag')::numeric + coalesce((data ->> 'deelsVerrekend')::numeric, 0)
                    + coalesce((data ->> 'deelsAanBeslaglegger')::numeric, 0)), 0)
                  from betalingen.mt_doc_betaalopdracht where data -> 'opdracht' ->> 'zaaknummer' = '{zaak.Nummer}'
                    and lower(data -> 'opdracht' ->> 'soort') not in ('rente', 'terugbetaling')
                ) - (
                  select coalesce(sum((o -> 'toegerekend' ->> 'hoofdsom')::numeric), 0) from betalingen.mt_doc_vordering v
                  cross join lateral jsonb_array_elements((v.data -> 'betalingen') || (v.data -> 'verrekeningen')) o
                  where v.data -> 'ontstaan' ->> 'zaaknummer' = '{zaak.Nummer}'
                ) - (
                  select coalesce(sum((data -> 'open' ->> 'hoofdsom')::numeric + (data -> 'afgeboekt' ->> 'hoofdsom')::numeric), 0)
                  from betalingen.mt_doc_vordering where data -> 'ontstaan' ->> 'zaaknummer' = '{zaak.Nummer}'
                ))::numeric(18, 2) || ' ' || (
                  select coalesce(sum(debet - credit) filter (where rekening in ('voorschotten', 'kosten') and keert_om is null), 0)::numeric(18, 2)
                    || ' ' || coalesce(sum(debet - credit), 0)::numeric(18, 2)
                  from betalingen.grootboek where zaaknummer = '{zaak.Nummer}'
                )
                """
            );
            var getekend = Euro(zaak.Getekend);
            Assert.Equal($"{zaak.Nummer} {getekend} {getekend} 0.00", $"{zaak.Nummer} {gevonden}");
        }
    }

    private async Task<Gekregen?> Hoor(int keuze)
    {
        var komt = _zaken[keuze % 2].Komt;
        if (komt.Count == 0)
        {
            return null;
        }
        var bericht = komt[keuze / 2 % komt.Count];
        await _deur.Zeg(bericht);
        komt.Remove(bericht);
        return Gezegd;
    }

    /// <summary>A settlement in whose place another was heard already: the reconciliation rightly misses an order of that other until then.</summary>
    public async Task HoorWatVoorging()
    {
        foreach (var zaak in _zaken.Where(z => z.Wacht is not null))
        {
            await _deur.Zeg(zaak.Wacht!);
            zaak.Komt.Remove(zaak.Wacht!);
        }
        await _deur.Rust();
        await Klopt();
    }

    private async Task<Gekregen?> WijzigRekening()
    {
        await _deur.Zeg(_zaak.Rekening(++_rekening));
        return Gezegd;
    }

    private async Task<Gekregen?> ControleerRekening()
    {
        var controle = new
        {
            volgnummer = _rekening,
            akkoord = true,
            toelichting = "Gebeld.",
            naamreden = "Zo heet het bij de bank.",
        };
        return await Post(Tweede, $"/v1/rekeningen/{_zaak.KvkNummer}/controle", controle);
    }

    private async Task<Gekregen?> LegBeslag()
    {
        var beslag = new
        {
            beslaglegger = "Deurwaarder De Wit",
            kenmerk = "2026/12",
            gelegdOp = Iso(Vandaag),
        };
        var gelegd = await Post(Voorsteller, $"/v1/rekeningen/{_zaak.KvkNummer}/beslagen", beslag);
        if (gelegd.Status == 201)
        {
            _beslagen.Push(gelegd.Inhoud.Veld("beslag"));
        }
        return gelegd;
    }

    private async Task<Gekregen?> HefBeslagOp() =>
        _beslagen.TryPop(out var nummer)
            ? await Post(Tweede, $"/v1/rekeningen/{_zaak.KvkNummer}/beslagen/{nummer}/opheffing", new { toelichting = "De brief is er." })
            : null;

    private async Task<Gekregen?> GeefVrij()
    {
        Gekregen? gedaan = null;
        foreach (var order in await Orders())
        {
            foreach (var nummer in Aanhoudingen(order, "bezwaar"))
            {
                gedaan = await Post(
                    Tweede,
                    $"/v1/betaalopdrachten/{order.Veld("id")}/vrijgave",
                    new { bezwaar = nummer, toelichting = "Gezien." }
                );
            }
        }
        return gedaan;
    }

    private async Task<Gekregen?> BoekTegen(int keuze)
    {
        var grootboek = await _deur.Haal(Tweede, $"/v1/grootboek?zaaknummer={_zaken[keuze % 2].Nummer}");
        var rijen = grootboek.Inhoud.EnumerateArray().ToList();
        var boeking = rijen[keuze / 2 % rijen.Count].Veld("boeking");
        var pad = $"/v1/grootboek/boekingen/{boeking}/tegenboeking";
        var voorgesteld = await Post(Voorsteller, pad, new { reden = "Dit hoort bij een ander." });
        if (voorgesteld.Status != 200)
        {
            return voorgesteld;
        }
        var voorstellen = (await _deur.Haal(Tweede, "/v1/grootboek/tegenboekingen")).Inhoud.EnumerateArray();
        var ligt = voorstellen.Single(v => v.Veld("boeking") == boeking);
        return await Post(Tweede, $"{pad}/ondertekening", new { hash = ligt.Veld("hash") });
    }

    /// <summary>What was said is not refused.</summary>
    private static Gekregen Gezegd => new(200, default);

    private Task<Gekregen> Post(string wie, string pad, object inhoud) => _deur.Post(wie, pad, JsonSerializer.Serialize(inhoud));

    /// <summary>Of both cases, by number.</summary>
    private async Task<List<JsonElement>> Orders()
    {
        var orders = new List<JsonElement>();
        foreach (var zaak in _zaken)
        {
            var lijst = (await _deur.Haal(Voorsteller, $"/v1/betaalopdrachten?zaaknummer={zaak.Nummer}")).Inhoud;
            orders.AddRange(lijst.GetProperty("opdrachten").EnumerateArray());
        }
        return orders;
    }

    private static IEnumerable<string> Aanhoudingen(JsonElement order, string grond) =>
        order.TryGetProperty("aanhoudingen", out var aanhoudingen)
            ? aanhoudingen.EnumerateArray().Where(a => a.Veld("grond") == grond).Select(a => a.Veld("nummer"))
            : [];

    private static bool IsOpen(JsonElement order) => order.Veld("status") is "opgedragen" or "geaccordeerd";

    private static decimal Bedrag(JsonElement van, string veld = "bedrag") => decimal.Parse(van.Veld(veld), CultureInfo.InvariantCulture);

    private static string Euro(decimal bedrag) => bedrag.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Iso(LocalDate dag) => LocalDatePattern.Iso.Format(dag);
}
