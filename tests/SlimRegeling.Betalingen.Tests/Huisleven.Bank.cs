using System.Text;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Host.Voorbeeldzaken;

namespace SlimRegeling.Betalingen.Tests;

// What goes to the bank and what it says, and what people make of that.
internal sealed partial class Huisleven
{
    private const string Zonder = "NOTPROVIDED";
    private const string Gezien = "Nagevraagd bij de bank.";
    private const decimal Ingehouden = 7.50m;

    /// <summary>Movements of this life that were put on the work list.</summary>
    private readonly HashSet<string> _regels = new(StringComparer.Ordinal);

    private (string Kenmerk, string Afschrift)? _laatste;

    /// <summary>As what movements were handled, each time.</summary>
    public List<string> Afgehandeld { get; } = [];

    /// <summary>What of these may be paid is proposed and approved by two; three in four are carried out at once.</summary>
    private async Task<Gekregen?> Betaal(IEnumerable<JsonElement> alle, int keuze)
    {
        var orders = alle.Where(o => IsOpen(o) && !o.GetProperty("aangehouden").GetBoolean()).ToList();
        if (orders.Count == 0)
        {
            return null;
        }
        // Not today: that can be over before both approved.
        var ronde = await Post(
            Voorsteller,
            "/v1/betaalrondes",
            new { uitvoerdatum = Iso(Vandaag.PlusDays(1)), opdrachten = orders.Select(o => o.Veld("id")) }
        );
        if (ronde.Status != 201)
        {
            return ronde;
        }
        var pad = $"/v1/betaalrondes/{ronde.Inhoud.Veld("ronde")}";
        foreach (var wie in Accordeurs)
        {
            var akkoord = await Post(wie, $"{pad}/akkoord", new { hash = ronde.Inhoud.Veld("hash") });
            if (akkoord.Status != 200)
            {
                await Post(Voorsteller, $"{pad}/intrekking", new { toelichting = "Het kan zo niet." });
                return akkoord;
            }
        }
        Bankmutatie[] betaald =
        [
            .. orders.Where((_, i) => (keuze + i) % 4 > 0).Select(o => new Bankmutatie(Bedrag(o), Af: true, o.Veld("id"), "betaling")),
        ];
        return betaald.Length == 0 ? ronde : await Lees(betaald);
    }

    private async Task<Gekregen?> WijsAf(int keuze)
    {
        var orders = (await Orders()).FindAll(o => o.Veld("status") == "in-bestand");
        if (orders.Count == 0)
        {
            return null;
        }
        var order = orders[keuze % orders.Count];
        var bestand = await _deur.Bestand(Voorsteller, $"/v1/betaalbestanden/{order.Veld("bestand")}");
        var af = Voorbeeldbank.Wijs(
            bestand,
            SystemClock.Instance.GetCurrentInstant(),
            new Dictionary<string, string> { [order.Veld("id")] = "AC04" }
        );
        return await _deur.Post(Voorsteller, "/v1/statusberichten", Encoding.UTF8.GetString(af), "application/xml");
    }

    /// <summary>
    /// The bank carries out a payment, sends one back, all of it or less its costs, books something else, undoes that, or says what it said before.
    /// </summary>
    private async Task<Gekregen?> LeesAfschrift(int keuze)
    {
        var orders = await Orders();
        var order = orders[keuze / 8 % orders.Count];
        var (id, bedrag, ook) = (order.Veld("id"), Bedrag(order), keuze / 8 % 2 == 0);
        var betaald = order.Veld("status") == "uitgevoerd";
        var terug = orders.Find(o => o.Veld("status") == "uitgevoerd" && Bedrag(o) > Ingehouden);
        var werk = keuze % 8 == 7 ? await Werklijst() : [];
        return (keuze % 8) switch
        {
            0 when _laatste is { } eerder => await LeesIn(
                _hertelt
                    ? eerder.Afschrift.Replace($"<Id>{eerder.Kenmerk}</Id>", $"<Id>{Guid.NewGuid():n}</Id>", StringComparison.Ordinal)
                    : eerder.Afschrift
            ),
            1 or 2 when bedrag > 0 => await Lees(new Bankmutatie(bedrag, Af: !betaald, id, "bank", betaald ? "AC04" : null)),
            3 when bedrag > 0 => await Lees(new Bankmutatie(bedrag, Af: false, id, "terug")),
            4 when bedrag > 0 => await Lees(new Bankmutatie(ook ? bedrag + 0.50m : bedrag, Af: true, ook ? id : Zonder, "anders")),
            5 or 6 when terug.ValueKind == JsonValueKind.Object => await Retour(terug, meteen: ook),
            7 when werk.Count > 0 => await Herstel(werk[0], meteen: ook),
            _ => await Lees(new Bankmutatie(12.34m + keuze, Af: ook, Zonder, "onbekend")),
        };
    }

    private async Task<Gekregen> Retour(JsonElement order, bool meteen)
    {
        var id = order.Veld("id");
        var gelezen = await Lees(new Bankmutatie(Bedrag(order) - Ingehouden, Af: false, id, "retour", "AC04"));
        return meteen ? await HandelAf(gelezen, Wat("retour", ("betaalopdracht", id))) : gelezen;
    }

    private async Task<Gekregen> Herstel(JsonElement regel, bool meteen)
    {
        var gelezen = await Lees(new Bankmutatie(Math.Abs(Bedrag(regel)), Af: Bedrag(regel) > 0, Zonder, "hersteld"));
        return meteen ? await HandelAf(gelezen, Wat("tegen-elkaar", ("bankregel", regel.Veld("bankregel")))) : gelezen;
    }

    /// <summary>The recipient repays half of what stands open of a claim, all of it, or more.</summary>
    private async Task<Gekregen?> BetaalTerug(int keuze)
    {
        var vorderingen = (await Vorderingen()).FindAll(v => Open(v) > 0);
        if (vorderingen.Count == 0)
        {
            return null;
        }
        var vordering = vorderingen[keuze / 3 % vorderingen.Count];
        var bedrag = (keuze % 3) switch
        {
            0 => Math.Max(0.01m, decimal.Round(Open(vordering) / 2, 2)),
            1 => Open(vordering),
            _ => Open(vordering) + 5m,
        };
        var id = vordering.Veld("vordering");
        var gelezen = await Lees(new Bankmutatie(bedrag, Af: false, Zonder, $"Terug {id}"));
        return keuze % 6 == 2 ? await HandelAf(gelezen, Wat("terugbetalen", ("vordering", id))) : gelezen;
    }

    /// <summary>Half of an order that is attached goes to who attached it, past a file of ours.</summary>
    private async Task<Gekregen?> BetaalBeslaglegger(int keuze)
    {
        var order = (await Orders()).Find(o => IsOpen(o) && Aanhoudingen(o, "beslag").Any());
        if (order.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        var bedrag = keuze % 2 == 0 ? Bedrag(order) : Math.Max(0.01m, decimal.Round(Bedrag(order) / 2, 2));
        var gelezen = await Lees(new Bankmutatie(bedrag, Af: true, Zonder, "Aan de deurwaarder"));
        return await HandelAf(gelezen, Wat("beslaglegger", ("betaalopdracht", order.Veld("id"))));
    }

    /// <summary>Of one that waits the first is proposed that it can be, and confirmed by another.</summary>
    private async Task<Gekregen?> HandelAf(int keuze)
    {
        var open = await Werklijst();
        if (open.Count == 0)
        {
            return null;
        }
        var regel = open[keuze % open.Count];
        var id = regel.Veld("bankregel");
        var mogelijk = await Mogelijk(regel, open);
        Gekregen? voorgesteld = null;
        for (var i = 0; i < mogelijk.Count; i++)
        {
            var wat = mogelijk[(keuze / 5 + i) % mogelijk.Count];
            voorgesteld = await Stel(id, wat);
            if (voorgesteld.Status == 200)
            {
                return await Bevestig(id, wat);
            }
        }
        return voorgesteld;
    }

    /// <summary>What of it came on the work list is proposed to be this, and confirmed by another.</summary>
    private async Task<Gekregen> HandelAf(Gekregen gelezen, Dictionary<string, string> wat)
    {
        if (OpWerklijst(gelezen).FirstOrDefault() is not { } regel)
        {
            return gelezen;
        }
        var voorgesteld = await Stel(regel, wat);
        return voorgesteld.Status == 200 ? await Bevestig(regel, wat) : voorgesteld;
    }

    private async Task<List<Dictionary<string, string>>> Mogelijk(JsonElement regel, List<JsonElement> open)
    {
        var mogelijk = new List<Dictionary<string, string>>();
        foreach (var order in await Orders())
        {
            mogelijk.Add(Wat("koppelen", ("betaalopdracht", order.Veld("id"))));
            mogelijk.Add(Wat("retour", ("betaalopdracht", order.Veld("id"))));
        }
        foreach (var vordering in await Vorderingen())
        {
            mogelijk.Add(Wat("koppelen", ("vordering", vordering.Veld("vordering"))));
            mogelijk.Add(Wat("terugbetalen", ("vordering", vordering.Veld("vordering"))));
        }
        mogelijk.AddRange(
            open.Where(r => Bedrag(r) + Bedrag(regel) == 0).Select(r => Wat("tegen-elkaar", ("bankregel", r.Veld("bankregel"))))
        );
        if (Math.Abs(Bedrag(regel)) < 100m)
        {
            mogelijk.Add(Wat("bankkosten"));
        }
        mogelijk.Add(Wat("tussenrekening"));
        return mogelijk;
    }

    private static Dictionary<string, string> Wat(string afhandeling, params (string Naam, string Waarde)[] waarop)
    {
        var wat = waarop.ToDictionary(w => w.Naam, w => w.Waarde);
        wat["afhandeling"] = afhandeling;
        wat["toelichting"] = Gezien;
        return wat;
    }

    private Task<Gekregen> Stel(string regel, Dictionary<string, string> wat) => Post(Voorsteller, $"/v1/bankregels/{regel}/voorstel", wat);

    private async Task<Gekregen> Bevestig(string regel, Dictionary<string, string> wat)
    {
        var ligt = (await Werklijst()).Single(r => r.Veld("bankregel") == regel);
        var hash = ligt.GetProperty("voorstel").Veld("hash");
        var bevestigd = await Post(Tweede, $"/v1/bankregels/{regel}/bevestiging", new { hash });
        if (bevestigd.Status == 200)
        {
            Afgehandeld.Add(wat["afhandeling"]);
        }
        return bevestigd;
    }

    private async Task<List<JsonElement>> Werklijst() =>
        [.. (await _deur.Haal(Tweede, "/v1/bankregels")).Inhoud.EnumerateArray().Where(r => _regels.Contains(r.Veld("bankregel")))];

    /// <summary>The lines that what was read put on the work list.</summary>
    private static List<string> OpWerklijst(Gekregen gelezen) =>
        gelezen.Status == 200
            ?
            [
                .. gelezen.Inhoud.GetProperty("deelsGekoppeld").EnumerateArray().Select(r => r.Veld("bankregel")),
                .. gelezen.Inhoud.GetProperty("ongekoppeld").EnumerateArray().Select(r => r.Veld("bankregel")),
            ]
            : [];

    private async Task<Gekregen> Lees(params Bankmutatie[] mutaties)
    {
        var kenmerk = Guid.NewGuid().ToString("n");
        var nu = SystemClock.Instance.GetCurrentInstant();
        var afschrift = Voorbeeldbank.Schrijf(kenmerk, Voorbeelden.EigenIban, _deur.Saldo, Vandaag, nu, mutaties);
        _laatste = (kenmerk, Encoding.UTF8.GetString(afschrift));
        return await LeesIn(_laatste.Value.Afschrift);
    }

    private async Task<Gekregen> LeesIn(string afschrift)
    {
        var gelezen = await _deur.Post(Voorsteller, "/v1/afschriften", afschrift, "application/xml");
        _regels.UnionWith(OpWerklijst(gelezen));
        if (gelezen.Status == 200)
        {
            _deur.Saldo = Bedrag(gelezen.Inhoud.GetProperty("afschriften")[0], "eindsaldo");
        }
        return gelezen;
    }
}
