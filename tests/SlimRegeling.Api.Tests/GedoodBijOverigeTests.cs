using System.Globalization;
using NodaTime.Text;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// As <see cref="GedoodBijBetalenTests"/>, of what else two people say about money: that a file never came to the bank, that we owe
/// interest, that who attached a payment got a part of it, and what a movement without a reference is.
/// </summary>
public sealed class GedoodBijOverigeTests : GedoodBijBetalen
{
    /// <summary>Says what comes back and what is let go: whoever does may not approve that it is paid.</summary>
    private const string Cleo = "financieel-controleur-2";

    private const decimal Voorschot = 5_520.00m;
    private const decimal Beslagen = 2_000.00m;

    [Fact]
    public async Task Ook_een_teruggenomen_bestand_onze_rente_beslag_en_een_boeking_zonder_kenmerk_gelden_een_keer()
    {
        var (een, twee) = await Opgedragen("gedood-laat-mkb", "gedood-beslag-mkb");
        var (laat, beslagen) = ($"{een}-B1", $"{twee}-B1");

        await Teruggenomen(laat);
        var betaald = await Beller.Post(Fenna, "/v1/afschriften", Afschrift(await Bestand(laat)));
        Assert.Single(betaald.GetProperty("geboekt").EnumerateArray());
        await Beller.Rust();
        var rente = await RenteBesloten(laat);
        await Gelezen(await Bestand($"{laat}-RB"));
        await DeelsAanBeslaglegger(beslagen);
        await RestGekoppeld(beslagen);
        await Beller.Rust();

        await KloppenOrders(laat, beslagen);
        await KloppenBoeken(een, twee, rente);
    }

    /// <summary>It is in a file that one says never came to the bank; killed when another says so too.</summary>
    private async Task Teruggenomen(string opdracht)
    {
        await Bestand(opdracht);
        var bestand = await Programma.Lees($"select data ->> 'bestand' from betalingen.mt_doc_betaalopdracht where id = '{opdracht}'");
        // As after the day on which the bank would have paid it.
        await Programma.Voer(
            $"""
            update betalingen.mt_doc_betaalronde set data = jsonb_set(data, array['gemaakt', 'uitvoerdatum'], '"2026-01-01"')
            where id = '{bestand}'
            """
        );
        var pad = $"/v1/betaalbestanden/{bestand}/terugname";
        await Beller.Post(Fenna, pad, new { toelichting = "De bank heeft het bestand niet." });
        var hash = (await Beller.Haal(Cleo, $"/v1/betaalrondes/{bestand}")).GetProperty("terugname").GetProperty("hash").GetString();
        var bevestig = Beller.Vraag(Cleo, $"{pad}/bevestiging", new { hash });
        await DoodErvoorEnErin("betaalbestand-teruggenomen", bevestig);
        await Losbeller.Nogmaals(bevestig);
        await Beller.Rust();
    }

    /// <summary>Proposed by one; killed when the last of two others signs, which orders it too.</summary>
    /// <param name="betaald">The order that was paid late.</param>
    /// <returns>What we owe, in euro.</returns>
    private async Task<decimal> RenteBesloten(string betaald)
    {
        // As if its decision was made known so long ago that the six weeks were over when it was paid.
        await Programma.Voer(
            $"""
            insert into betalingen.besluitbrief (brief, besluit, verzonden_op)
            select id || '-eerder', data -> 'opdracht' ->> 'besluit', current_date - 200
            from betalingen.mt_doc_betaalopdracht where id = '{betaald}'
            """
        );
        var pad = $"/v1/betaalopdrachten/{betaald}";
        var stelVoor = Beller.Vraag(Fenna, $"{pad}/rentevergoeding", new { argument = "De betaling bleef liggen." });
        await DoodErvoorEnErin("rentevergoeding-voorgesteld", stelVoor);
        await Losbeller.Nogmaals(stelVoor);
        var hash = await Hash(Floris, $"{pad}/betaaltermijn");
        await Beller.Post(Floris, $"{pad}/rentevergoeding/ondertekening", hash);
        var teken = Beller.Vraag(Coen, $"{pad}/rentevergoeding/ondertekening", hash);
        await DoodErvoorEnErin("rentevergoeding-besloten", teken);
        await Losbeller.Nogmaals(teken);
        // As if others signed: three of the four example people of finance did, and who signed may not approve.
        await Programma.Voer(
            $"""
            update betalingen.mt_doc_betaalopdracht
            set data = jsonb_set(data, array['opdracht', 'ondertekenaars'], '["medewerker-van-toen", "controleur-van-toen"]')
            where id = '{betaald}-RB'
            """
        );
        var bedrag = await Programma.Lees(
            $"select (data ->> 'bedrag')::numeric(12, 2)::text from betalingen.mt_doc_rentevergoeding where id = '{betaald}-R'"
        );
        return decimal.Parse(bedrag!, CultureInfo.InvariantCulture);
    }

    private async Task DeelsAanBeslaglegger(string opdracht)
    {
        var exploot = new
        {
            beslaglegger = "Deurwaarder De Wit",
            kenmerk = "2026/117",
            gelegdOp = LocalDatePattern.Iso.Format(Moment.Dag(Nu)),
        };
        var pad = $"/v1/rekeningen/{Kvk}/beslagen";
        var beslag = (await Beller.Post(Fenna, pad, exploot)).GetProperty("beslag").GetString();
        var voorstel = new
        {
            afhandeling = "beslaglegger",
            betaalopdracht = opdracht,
            toelichting = "Exploot 2026/117.",
        };
        var regel = await Gemeld(Beslagen, "Deurwaarder");
        await Afgehandeld(regel, voorstel, "beslaglegger-betaald");
        Assert.Equal("bankregel-gekoppeld 1, bankregel-gemeld 1, bankregel-voorgesteld 1", await Verloop(regel));
        await Beller.Post(Cleo, $"{pad}/{beslag}/opheffing", new { toelichting = "De brief van de deurwaarder is er." });
    }

    /// <summary>The bank pays what was left and forgets its reference: that waits on the suspense account until it is known.</summary>
    private async Task RestGekoppeld(string opdracht)
    {
        await Bestand(opdracht);
        var regel = await Gemeld(Voorschot - Beslagen, "Zonder kenmerk");
        await Afgehandeld(regel, new { afhandeling = "tussenrekening", toelichting = "Nog niet bekend." }, "bankregel-geboekt");
        var voorstel = new
        {
            afhandeling = "koppelen",
            betaalopdracht = opdracht,
            toelichting = "De bank vergat het kenmerk.",
        };
        await Afgehandeld(regel, voorstel, "bankregel-gekoppeld");
        Assert.Equal(
            "bankregel-geboekt 1, bankregel-gekoppeld 1, bankregel-gemeld 1, bankregel-teruggeboekt 1, bankregel-voorgesteld 2",
            await Verloop(regel)
        );
    }

    /// <summary>The bank paid this, and does not say for what.</summary>
    private async Task<string> Gemeld(decimal bedrag, string tekst)
    {
        var gelezen = await Beller.Post(Fenna, "/v1/afschriften", Afschrift(new Bankmutatie(bedrag, Af: true, "NOTPROVIDED", tekst)));
        return Assert.Single(gelezen.GetProperty("ongekoppeld").EnumerateArray()).GetProperty("bankregel").GetString()!;
    }

    /// <summary>Proposed by one; killed when another confirms.</summary>
    private async Task Afgehandeld(string regel, object voorstel, string gebeurtenis)
    {
        var pad = $"/v1/bankregels/{regel}";
        await Beller.Post(Fenna, $"{pad}/voorstel", voorstel);
        var werklijst = (await Beller.Haal(Cleo, "/v1/bankregels")).EnumerateArray();
        var ligt = werklijst.Single(r => r.GetProperty("bankregel").GetString() == regel).GetProperty("voorstel");
        var bevestig = Beller.Vraag(Cleo, $"{pad}/bevestiging", new { hash = ligt.GetProperty("hash").GetString() });
        await DoodErvoorEnErin(gebeurtenis, bevestig);
        await Losbeller.Nogmaals(bevestig);
    }

    /// <summary>Each on one line in one file that a bank can be given; the first was in another that was taken back.</summary>
    private async Task KloppenOrders(string laat, string beslagen)
    {
        var (besluit, rente) = ($"{laat}-R", $"{laat}-RB");
        Assert.Equal(
            "betaling-afgewezen 1, betaling-in-bestand 2, betaling-in-ronde 2, betaling-opgedragen 1, betaling-uitgevoerd 1",
            await Verloop(laat)
        );
        Assert.Equal("rentevergoeding-besloten 1, rentevergoeding-ondertekend 2, rentevergoeding-voorgesteld 1", await Verloop(besluit));
        Assert.Equal("betaling-in-bestand 1, betaling-in-ronde 1, betaling-opgedragen 1, betaling-uitgevoerd 1", await Verloop(rente));
        Assert.Equal(
            "aanhouding-gelegd 1, aanhouding-opgeheven 1, beslaglegger-betaald 1, betaling-in-bestand 1, betaling-in-ronde 1, "
                + "betaling-opgedragen 1, betaling-uitgevoerd 1",
            await Verloop(beslagen)
        );
        foreach (var opdracht in (string[])[laat, rente, beslagen])
        {
            Assert.Equal(1, await Bestandsregels(opdracht));
        }
    }

    private async Task KloppenBoeken(string een, string twee, decimal rente)
    {
        Assert.Equal("betaling-opgedragen 2, betaling-uitgevoerd 2, verplichting-aangegaan 1", await Boekingen(een));
        Assert.Equal(
            "beslaglegger-betaald 1, betaling-opgedragen 1, betaling-uitgevoerd 1, verplichting-aangegaan 1",
            await Boekingen(twee)
        );
        var uit = (-Voorschot - rente).ToString("0.00", CultureInfo.InvariantCulture);
        Assert.Equal($"bank {uit}, te-betalen 0.00, voorschotten 5520.00", await Saldi(een));
        Assert.Equal("bank -5520.00, te-betalen 0.00, voorschotten 5520.00", await Saldi(twee));
        Assert.Equal(
            "1 1 0.00",
            await Programma.Lees(
                """
                select count(*) filter (where debet > 0) || ' ' || count(*) filter (where credit > 0) || ' ' || sum(debet - credit)
                from betalingen.grootboek where rekening = 'tussenrekening'
                """
            )
        );
        Assert.Equal("", await Geparkeerd());
    }
}
