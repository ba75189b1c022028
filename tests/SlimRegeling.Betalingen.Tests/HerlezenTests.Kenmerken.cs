using System.Xml.Linq;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

// A movement that was booked at once and is told again with another reference: nothing but its own row knows it then.
public sealed partial class HerlezenTests
{
    [Fact]
    public async Task Wat_meteen_is_geboekt_wordt_met_een_ander_kenmerk_niet_nog_eens_geboekt_en_komt_ook_niet_op_de_werklijst()
    {
        var (zaak, derde, onderweg) = (Zaak.Nieuw(vastgesteld: 4000.00m), Zaak.Nieuw(vastgesteld: 4000.00m), await Onderweg(Zaak.Nieuw()));
        var (betaling, betaald) = await Betaald(zaak);
        await Betaald(derde);
        await huis.Zeg(zaak.SubsidieVastgesteld, derde.SubsidieVastgesteld);
        var (ontvangst, termijn) = (Guid.NewGuid().ToString("n"), new Bankmutatie(500.00m, Af: false, $"{zaak.Zaaknummer}-TV1", "termijn"));
        await Leest("geboekt", Van(ontvangst, termijn));
        var voor = await Geteld();

        await WordtGeweigerd([
            Opnieuw(betaling, betaald with { EndToEndId = onderweg.Voorschot }),
            Opnieuw(betaling, betaald with { EndToEndId = "NOTPROVIDED" }),
            Opnieuw(ontvangst, termijn with { EndToEndId = $"{derde.Zaaknummer}-TV1" }),
            Opnieuw(ontvangst, termijn with { EndToEndId = onderweg.Voorschot }),
            Opnieuw(ontvangst, termijn with { EndToEndId = "NOTPROVIDED" }),
            Opnieuw(ontvangst, termijn with { Tekst = $"{derde.Zaaknummer}-TV1" }),
        ]);

        Assert.Equal(voor, await Geteld());
        // The other payment is booked by a movement of its own.
        await Leest("geboekt", Van(Guid.NewGuid().ToString("n"), betaald with { EndToEndId = onderweg.Voorschot }));
    }

    [Fact]
    public async Task Twee_afschriften_tegelijk_met_een_boeking_voor_twee_opdrachten_boeken_haar_op_een_ervan()
    {
        var (een, ander) = (await Onderweg(Zaak.Nieuw()), await Onderweg(Zaak.Nieuw()));
        var (kenmerk, betaald) = (Guid.NewGuid().ToString("n"), new Bankmutatie(5520.00m, Af: true, een.Voorschot, "voorschot"));
        var anders = betaald with { EndToEndId = ander.Voorschot };

        // In one file it is refused before anything is booked.
        var samen = XDocument.Parse(Van(kenmerk, betaald));
        var ook = XDocument.Parse(Opnieuw(kenmerk, anders)).Descendants(Camt + "Stmt").Single();
        samen.Descendants(Camt + "BkToCstmrStmt").Single().Add(ook);
        await WordtGeweigerd([samen.ToString()]);
        var tegelijk = await Task.WhenAll(Stuur(Opnieuw(kenmerk, betaald)), Stuur(Opnieuw(kenmerk, anders)));

        Assert.Equal([200, 422], tegelijk.Select(a => a.Status).Order());
        await huis.Stil();
        Assert.Single(
            await huis.Vraag(
                $"select id from betalingen.mt_doc_betaalopdracht where lower(data ->> 'status') = 'uitgevoerd' and id in ('{een.Voorschot}', '{ander.Voorschot}')"
            )
        );
    }

    [Fact]
    public async Task Wat_is_gelezen_voor_elke_boeking_een_eigen_rij_had_telt_mee()
    {
        var (betaling, betaald) = await Betaald(Zaak.Nieuw());
        var rijen = await huis.Vraag("delete from betalingen.bankmutatie returning id");

        await WordtGeweigerd([Opnieuw(betaling, betaald with { EndToEndId = "NOTPROVIDED" })]);
        await Leest("ongekoppeld", Van(Guid.NewGuid().ToString("n"), new Bankmutatie(1.00m, Af: false, "NOTPROVIDED", "Onbekend")));
        await WordtGeweigerd([Opnieuw(betaling, betaald with { EndToEndId = "NOTPROVIDED" })]);

        var nu = await huis.Vraag("select id from betalingen.bankmutatie");
        Assert.Equal((rijen.Count + 1, 0), (nu.Count, rijen.Except(nu).Count()));
    }
}
