using System.Globalization;
using System.Text.Json;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>The lists of finance, page by page: what is on them, in which order, and of which cases they are a view.</summary>
public sealed class GeldlijstTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    [Fact]
    public async Task De_lijst_van_rondes_noemt_geen_zaak_en_begint_bij_de_nieuwste_ook_na_de_negende()
    {
        var zaken = Enumerable.Range(0, 11).Select(_ => Zaak.Nieuw()).ToList();
        await huis.Zeg(zaken.SelectMany(z => (object[])[z.Rekening(1), z.SubsidieVerleend, z.VoorschotToegekend]));
        foreach (var zaak in zaken)
        {
            Assert.Equal(201, (await huis.StelVoor("fien", [zaak.Voorschot])).Status);
        }
        var voor = await Gezien();

        var rondes = await Alles("/v1/betaalrondes", "rondes", 4);

        var nummers = rondes.Select(r => int.Parse(Veld(r, "ronde").Split('-')[^1], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(nummers.OrderDescending(), nummers);
        Assert.Equal(nummers.Count, nummers.Distinct().Count());
        Assert.True(nummers.Count >= zaken.Count);
        Assert.All(rondes, r => Assert.DoesNotContain(zaken, z => r.GetRawText().Contains(z.Zaaknummer, StringComparison.Ordinal)));
        Assert.Equal(voor, await Gezien());

        var laatste = (await huis.Haal("cor", "/v1/betaalrondes?aantal=1")).Inhoud.GetProperty("rondes")[0];
        Assert.Equal((1, "5520.00", "voorgesteld"), (laatste.GetProperty("aantal").GetInt32(), Veld(laatste, "totaal"), Veld(laatste, "status")));
        Assert.Empty((await huis.Haal("cor", "/v1/betaalrondes?stand=ingetrokken")).Inhoud.GetProperty("rondes").EnumerateArray());
        Assert.Equal(422, (await huis.Haal("cor", "/v1/betaalrondes?stand=anders")).Status);
        Assert.Equal(422, (await huis.Haal("cor", "/v1/betaalrondes?aantal=0")).Status);
    }

    [Fact]
    public async Task Een_ronde_bladert_telt_over_alle_bladzijden_en_toont_apart_wat_veranderde()
    {
        var zaken = Enumerable.Range(0, 3).Select(_ => Zaak.Nieuw()).ToList();
        await huis.Zeg(zaken.SelectMany(z => (object[])[z.Rekening(1), z.SubsidieVerleend, z.VoorschotToegekend]));
        var voorgesteld = await huis.StelVoor("fien", [.. zaken.Select(z => z.Voorschot)]);
        await huis.Zeg(zaken[1].Rekening(2));
        var pad = $"/v1/betaalrondes/{Veld(voorgesteld.Inhoud, "ronde")}";
        var voor = await Gezien();

        var eerste = (await huis.Haal("cor", $"{pad}?aantal=2")).Inhoud;

        Assert.Equal(2, eerste.GetProperty("regels").GetArrayLength());
        Assert.Equal(("16560.00", 1), (Veld(eerste, "som"), eerste.GetProperty("veranderd").GetInt32()));
        Assert.Equal(voor + 2, await Gezien());
        var tweede = (await huis.Haal("cor", $"{pad}?aantal=2&na={Veld(eerste, "volgende")}")).Inhoud;
        Assert.False(tweede.TryGetProperty("volgende", out _));
        var beide = eerste.GetProperty("regels").EnumerateArray().Concat(tweede.GetProperty("regels").EnumerateArray());
        Assert.Equal(zaken.Select(z => z.Voorschot).Order(StringComparer.Ordinal), beide.Select(r => Veld(r, "betaalopdracht")));
        var veranderd = (await huis.Haal("cor", $"{pad}?veranderd=true")).Inhoud.GetProperty("regels").EnumerateArray();
        Assert.Equal(zaken[1].Voorschot, Veld(Assert.Single(veranderd), "betaalopdracht"));
        Assert.Equal(422, (await huis.Haal("cor", $"{pad}?aantal=501")).Status);
    }

    [Fact]
    public async Task De_betalingen_zijn_te_vragen_naar_waar_zij_op_wachten_en_het_werk_wordt_geteld()
    {
        var (klaar, rekening, bezwaar, beslag) = (Zaak.Nieuw(), Zaak.Nieuw(), Zaak.Nieuw(), Zaak.Nieuw());
        foreach (var zaak in (Zaak[])[klaar, rekening, bezwaar, beslag])
        {
            await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        }
        await huis.Zeg(rekening.Rekening(2), bezwaar.Bezwaar);
        const string exploot = """{"beslaglegger":"Deurwaarder De Vries","kenmerk":"2026/119","gelegdOp":"2026-06-05"}""";
        Assert.Equal(201, (await huis.Post("fien", $"/v1/rekeningen/{beslag.KvkNummer}/beslagen", exploot)).Status);
        (string Stand, Zaak Zaak)[] verwacht =
        [
            ("betaalbaar", klaar),
            ("wacht-op-rekening", rekening),
            ("wacht-op-bezwaar", bezwaar),
            ("wacht-op-beslag", beslag),
        ];
        foreach (var (stand, zaak) in verwacht)
        {
            foreach (var (ander, van) in verwacht)
            {
                var gevonden = await Alles($"/v1/betaalopdrachten?stand={stand}&zaaknummer={van.Zaaknummer}", "opdrachten", 1);
                string[] hoort = ander == stand ? [zaak.Voorschot] : [];
                Assert.Equal(hoort, gevonden.Select(o => Veld(o, "id")));
            }
        }
        var wacht = (await huis.Haal("cor", "/v1/betaalopdrachten?stand=wacht&aantal=1")).Inhoud;
        Assert.Equal(1, wacht.GetProperty("opdrachten").GetArrayLength());
        Assert.True(wacht.GetProperty("aantal").GetInt32() >= 3);
        var wachtend = await Alles("/v1/betaalopdrachten?stand=wacht", "opdrachten", 2);
        Assert.Equal(wacht.GetProperty("aantal").GetInt32(), wachtend.Count);
        Assert.Equal(422, (await huis.Haal("cor", "/v1/betaalopdrachten?stand=anders")).Status);

        var werk = (await huis.Haal("cor", "/v1/geldwerk")).Inhoud;
        foreach (var (stand, _) in verwacht)
        {
            var stapel = werk.GetProperty("opdrachten").EnumerateArray().Single(s => Veld(s, "stand") == stand);
            var lijst = (await huis.Haal("cor", $"/v1/betaalopdrachten?stand={stand}")).Inhoud;
            Assert.Equal(lijst.GetProperty("aantal").GetInt32(), stapel.GetProperty("aantal").GetInt32());
            Assert.Equal(Veld(lijst, "totaal"), Veld(stapel, "totaal"));
            Assert.InRange(stapel.GetProperty("eerste").GetArrayLength(), 1, 5);
        }
    }

    /// <summary>All of a list, page after page of this many.</summary>
    private async Task<List<JsonElement>> Alles(string pad, string naam, int aantal)
    {
        var alles = new List<JsonElement>();
        var begin = string.Create(CultureInfo.InvariantCulture, $"{pad}{(pad.Contains('?', StringComparison.Ordinal) ? '&' : '?')}aantal={aantal}");
        for (var na = ""; ; )
        {
            var bladzijde = (await huis.Haal("cor", begin + na)).Inhoud;
            alles.AddRange(bladzijde.GetProperty(naam).EnumerateArray());
            if (!bladzijde.TryGetProperty("volgende", out var volgende))
            {
                return alles;
            }
            na = $"&na={Uri.EscapeDataString(volgende.GetString()!)}";
        }
    }

    /// <summary>How many views of cases were logged.</summary>
    private async Task<int> Gezien() =>
        int.Parse((await huis.Vraag("select count(*)::text from betalingen.inzage"))[0], CultureInfo.InvariantCulture);

    private static string Veld(JsonElement van, string naam) => van.GetProperty(naam).GetString()!;
}
