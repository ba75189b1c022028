using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// Everything that takes two people, tried at one moment by all who may not (who made it, who has an interest in it), by who may with something else
/// in hand, and by who may more than once: there is one signature, by the right two, and of all that follows from it one.
/// </summary>
public sealed partial class OndertekeningTegelijkTests(Apihuis huis)
{
    private const string Gelukt = "gelukt";

    /// <summary>The body with a hash that is of no proposal.</summary>
    private static readonly string AndereHash = $$"""{"hash":"{{new string('0', 64)}}"}""";

    /// <summary>Where something is signed. What is new here has to be tried here.</summary>
    private static readonly string[] Geprobeerd =
    [
        "POST /v1/aanvragen/{zaaknummer}/buitenbehandelingstelling",
        "POST /v1/bankregels/{id}/bevestiging",
        "POST /v1/betaalbestanden/{id}/terugname/bevestiging",
        "POST /v1/betaalopdrachten/{id}/rentevergoeding/ondertekening",
        "POST /v1/betaalrondes/{id}/akkoord",
        "POST /v1/bezwaren/{bezwaar}/ondertekening",
        "POST /v1/boekmaanden/{maand}/bevestiging",
        "POST /v1/briefsjablonen/{soort}/voorstellen/{voorstel}/ondertekening",
        "POST /v1/buitenbehandelingstellingen",
        "POST /v1/grootboek/boekingen/{boeking}/tegenboeking/ondertekening",
        "POST /v1/medewerkers/{id}/voorstellen/{voorstel}/bevestiging",
        "POST /v1/ondertekeningen",
        "POST /v1/regelversies/{id}/voorstellen/{voorstel}/ondertekening",
        "POST /v1/steekproeven/{nummer}/trekking/bevestiging",
        "POST /v1/steunregister/opgaven/{opgave}/bevestiging",
        "POST /v1/tijdvakken/{id}/herloting/bevestiging",
        "POST /v1/tijdvakken/{id}/loting/bevestiging",
        "POST /v1/tijdvakken/{id}/voorstellen/{voorstel}/ondertekening",
        "POST /v1/tijdvakken/{id}/wachtlijstsluiting/ondertekening",
        "POST /v1/verantwoordingen/{zaaknummer}/ondertekening",
        "POST /v1/verleningen/{zaaknummer}/herstelvoorstellen/ondertekening",
        "POST /v1/verleningen/{zaaknummer}/intrekkingen/ondertekening",
        "POST /v1/verleningen/{zaaknummer}/ondertekening",
        "POST /v1/verleningen/{zaaknummer}/voorschotvoorstel/ondertekening",
        "POST /v1/verleningen/{zaaknummer}/wijzigingen/{nummer}/ondertekening",
        "POST /v1/vorderingen/{vordering}/ondertekening",
    ];

    /// <summary>A party of a partnership confirms its own part: there is no proposal of a colleague, and nothing is decided.</summary>
    private const string GeenBesluit = "POST /v1/uitnodigingen/{zaaknummer}/bevestiging";

    private static readonly string[] Einden =
    [
        "/ondertekening",
        "/ondertekeningen",
        "/bevestiging",
        "/akkoord",
        "/buitenbehandelingstelling",
        "/buitenbehandelingstellingen",
    ];

    private readonly Zaakloop _loop = new(huis);
    private readonly Bezwaarloop _bezwaren = new(huis);

    /// <param name="Uitkomsten">What may come of it: a code of a refusal, or <see cref="Gelukt"/>.</param>
    private sealed record Poging(string Wie, string Pad, string Inhoud, params string[] Uitkomsten)
    {
        public string? IfMatch { get; init; }

        /// <summary>Whether it names one case among many, each with its own answer.</summary>
        public bool InBulk { get; init; }

        public string Uitkomst(Gekregen antwoord)
        {
            if (antwoord.Status != 200)
            {
                return antwoord.Veld("type").Split(':')[^1];
            }
            return InBulk && !antwoord.Inhoud[0].GetProperty("gelukt").GetBoolean()
                ? antwoord.Inhoud[0].GetProperty("code").GetString()!
                : Gelukt;
        }
    }

    [Fact]
    public void Everything_that_is_signed_is_tried_here() =>
        Assert.Equal(
            Geprobeerd,
            huis.Eindpunten.Select(e => e.Naam())
                .Where(naam =>
                    naam.StartsWith("POST ", StringComparison.Ordinal)
                    && naam != GeenBesluit
                    && Array.Exists(Einden, einde => naam.EndsWith(einde, StringComparison.Ordinal))
                )
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task A_decision_on_an_objection_that_awards()
    {
        var (bo, mo) = (huis.Medewerker(Rol.Beoordelaar, Rol.Medeondertekenaar), huis.Medewerker(Rol.Medeondertekenaar));
        var (ander, metBelang) = (huis.Medewerker(Rol.Beoordelaar, Rol.Medeondertekenaar), huis.Medewerker(Rol.Medeondertekenaar));
        var (wie, kvkNummer) = huis.Ondernemer();
        var zaak = await _bezwaren.Afgewezen(wie, kvkNummer);
        var bezwaar = await _bezwaren.Ingediend(wie, zaak);
        await _bezwaren.Voorgesteld(bezwaar, zaak, bo, ander);
        await Zaakloop.Gelukt(huis.Post(metBelang, $"/v1/aanvragen/{zaak}/belang"));
        await huis.Stil();
        var (pad, goed) = ($"/v1/bezwaren/{bezwaar}/ondertekening", await _bezwaren.Voorstel(bezwaar, mo));
        const string AlBeslist = "al-beslist-op-bezwaar";
        Poging[] pogingen =
        [
            new(bo, pad, goed, "zelf-voorgesteld", AlBeslist),
            // Nor does who assessed again sign what came of that.
            new(ander, pad, goed, "zelf-voorgesteld", AlBeslist),
            new(metBelang, pad, goed, "eigen-belang", AlBeslist),
            // Who signed the refusal has a hand in what it is against.
            new(Mensen.Medeondertekenaar, pad, goed, "nam-bestreden-besluit", AlBeslist),
            new(mo, pad, AndereHash, "ander-voorstel", AlBeslist),
            // Who comes while the first is stored meets the award that it made.
            new(mo, pad, goed, Gelukt, AlBeslist, "verlening-gewijzigd"),
        ];

        Assert.Equal([mo], await Tegelijk(3, pogingen));
        Assert.Empty(await Tegelijk(1, pogingen));

        var besluit = $"{bezwaar}-1";
        await Eenmaal("verlening", bezwaar, "bezwaar-beslist");
        Assert.Equal([bo, ander, mo], await Ondertekenaars("verlening", bezwaar, "bezwaar-beslist"));
        await Eenmaal("verlening", zaak, "subsidie-verleend");
        await EenBrief($"{besluit}-beslissing-op-bezwaar");
        Assert.Equal((1L, 1L), (await Stappen(zaak, "bezwaar-beslist"), await Stappen(zaak, "subsidie-verleend")));
        await Eenmaal("tijdvakken", zaak, "reservering-vastgelegd");
        await Geboekt(besluit, 2);
        Assert.Equal(1, await Betalingen(besluit));
    }

    [Fact]
    public async Task A_settlement_which_takes_two_beside_who_proposed_it()
    {
        var tweede = huis.Medewerker(Rol.Medeondertekenaar);
        var zaak = await Voorgelegd(Mensen.Beoordelaar);
        await _loop.Verleend(zaak);
        huis.Klok.Vooruit(Duration.FromDays(400));
        const string Oordeel = """
            {"activiteiten":[{"soort":"A","uitgevoerd":true,"argument":"gezien"},{"soort":"C","uitgevoerd":true,"argument":"gezien"}],"zonderSteekproef":"proef"}
            """;
        await Zaakloop.Gelukt(huis.Post(Mensen.Dubbel, $"/v1/verantwoordingen/{zaak}/beoordeling", Oordeel));
        var metBelang = await MetBelang(zaak, Rol.Medeondertekenaar);
        var beeld = (await Zaakloop.Gelukt(huis.Haal(tweede, $"/v1/verantwoordingen/{zaak}"))).Inhoud;
        var goed = $$"""{"hash":"{{beeld.GetProperty("voorstel").GetProperty("hash").GetString()}}"}""";
        var pad = $"/v1/verantwoordingen/{zaak}/ondertekening";
        const string Vastgesteld = "al-vastgesteld";
        Poging[] pogingen =
        [
            new(Mensen.Dubbel, pad, goed, "zelf-voorgesteld", Vastgesteld),
            new(metBelang, pad, goed, "eigen-belang"),
            new(Mensen.Medeondertekenaar, pad, AndereHash, "ander-voorstel", Vastgesteld),
            new(Mensen.Medeondertekenaar, pad, goed, Gelukt, "al-ondertekend", Vastgesteld),
            new(tweede, pad, goed, Gelukt, "al-ondertekend", Vastgesteld),
        ];

        var getekend = await Tegelijk(3, pogingen);
        Assert.Equal(new HashSet<string> { Mensen.Medeondertekenaar, tweede }, getekend.ToHashSet());
        Assert.Equal(2, getekend.Count);
        Assert.Empty(await Tegelijk(1, pogingen));

        Assert.Equal(2, await Gebeurd("vaststelling", zaak, "vaststelling-ondertekend"));
        await Eenmaal("vaststelling", zaak, "subsidie-vastgesteld");
        Assert.Equal(
            new HashSet<string?> { Mensen.Dubbel, Mensen.Medeondertekenaar, tweede },
            (await Ondertekenaars("vaststelling", zaak, "subsidie-vastgesteld")).ToHashSet()
        );
        await EenBrief($"{zaak}-vaststelling");
        Assert.Equal(1, await Stappen(zaak, "subsidie-vastgesteld"));
        await Geboekt($"{zaak}-S1", 1);
        Assert.Equal(1, await Betalingen($"{zaak}-S1"));
    }

    /// <summary>A case of an enterprise to which letters can go, assessed by this person; what they propose lies ready.</summary>
    private async Task<string> Voorgelegd(string beoordelaar, bool verlenen = true)
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.Gereserveerd(tijdvak, zaak, beoordelaar);
        var oordelen = verlenen ? await _loop.Oordelen(zaak) : await _bezwaren.Afwijzend(zaak);
        await Zaakloop.Gelukt(huis.Post(beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", oordelen));
        await huis.Stil();
        return zaak;
    }

    private async Task<string> MetBelang(string zaak, Rol rol)
    {
        var wie = huis.Medewerker(rol);
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/belang"));
        return wie;
    }

    /// <summary>Tries each of these so often, all of it at once, until every context has heard what came of it.</summary>
    /// <returns>Whose attempt was taken, once for each that was.</returns>
    private async Task<IReadOnlyList<string>> Tegelijk(int keren, params IReadOnlyList<Poging> pogingen)
    {
        // Signing in is no part of it.
        foreach (var poging in pogingen)
        {
            await huis.Token(poging.Wie);
        }
        Poging[] alle = [.. Enumerable.Repeat(pogingen, keren).SelectMany(p => p)];
        var antwoorden = await Task.WhenAll(alle.Select(p => huis.Post(p.Wie, p.Pad, p.Inhoud, ifMatch: p.IfMatch)));
        await huis.Stil();
        var gelukt = new List<string>();
        foreach (var (poging, antwoord) in alle.Zip(antwoorden))
        {
            var uitkomst = poging.Uitkomst(antwoord);
            Assert.True(
                poging.Uitkomsten.Contains(uitkomst),
                $"{poging.Wie} at {poging.Pad}: {uitkomst} and not {string.Join(" or ", poging.Uitkomsten)}. {antwoord.Tekst}"
            );
            if (uitkomst == Gelukt)
            {
                gelukt.Add(poging.Wie);
            }
        }
        return gelukt;
    }

    private async Task Eenmaal(string context, string stroom, string soort) => Assert.Equal(1, await Gebeurd(context, stroom, soort));

    private Task<long> Gebeurd(string context, string stroom, string soort) =>
        huis.Tel($"select count(*) from {context}.mt_events where stream_id = '{stroom}' and type = '{soort}'");

    private async Task<IReadOnlyList<string?>> Ondertekenaars(string context, string stroom, string soort)
    {
        var json = await huis.Lees(
            $"select data ->> 'ondertekenaars' from {context}.mt_events where stream_id = '{stroom}' and type = '{soort}'"
        );
        return [.. JsonSerializer.Deserialize<JsonElement>(json).EnumerateArray().Select(o => o.GetString())];
    }

    private async Task EenBrief(string brief)
    {
        await Eenmaal("dossiers", brief, "brief-gevraagd");
        await Eenmaal("dossiers", brief, "brief-verzonden");
    }

    private Task<long> Stappen(string zaak, string stap) =>
        huis.Tel($"select count(*) from zaken.stap where zaaknummer = '{zaak}' and stap = '{stap}'");

    /// <param name="keren">How many bookings rest on this decision.</param>
    private async Task Geboekt(string besluit, int keren) =>
        Assert.Equal(keren, await huis.Tel($"select count(distinct boeking) from betalingen.grootboek where besluit = '{besluit}'"));

    /// <summary>How many payments were ordered by this decision.</summary>
    private Task<long> Betalingen(string besluit) =>
        huis.Tel(
            $"select count(*) from betalingen.mt_events where type = 'betaling-opgedragen' and data -> 'opdracht' ->> 'besluit' = '{besluit}'"
        );
}
