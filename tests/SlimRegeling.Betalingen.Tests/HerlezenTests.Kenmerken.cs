using System.Xml.Linq;
using Npgsql;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;
using Afschrift = SlimRegeling.Betalingen.Uitbetalen.Afschrift;

namespace SlimRegeling.Betalingen.Tests;

// A movement that was booked at once and is told again with another reference: nothing but its own row knows it then.
public sealed partial class HerlezenTests
{
    private const string EigenRij = "elke boeking die de bank vertelde, heeft een eigen rij";
    private const string Leesbaar = "de boekingen van een afschrift zijn te lezen";

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
    public async Task Wat_is_gelezen_voor_elke_boeking_een_eigen_rij_had_telt_mee_ook_als_andere_boekingen_er_een_hebben()
    {
        var (oud, betaald) = await Betaald(Zaak.Nieuw());
        var rijen = await Vergeet("true");
        var opnieuw = Opnieuw(oud, betaald with { EndToEndId = "NOTPROVIDED" });

        await WordtGeweigerd([opnieuw]);
        await Leest("ongekoppeld", Los());
        await WordtGeweigerd([opnieuw]);

        var nu = await huis.Vraag("select id from betalingen.bankmutatie");
        Assert.Equal((rijen.Count + 1, 0), (nu.Count, rijen.Except(nu).Count()));

        // Of one statement alone, as where another account was read meanwhile.
        Assert.Single(await Vergeet($"afschrift = '{Afschrift.Nummer(Voorbeelden.EigenIban, oud)}'"));
        Assert.Contains(await huis.Verschillen(), v => v.StartsWith(EigenRij, StringComparison.Ordinal));
        await WordtGeweigerd([opnieuw]);
        await Leest("ongekoppeld", Los());
        await WordtGeweigerd([opnieuw]);
        Assert.DoesNotContain(await huis.Verschillen(), v => v.StartsWith(EigenRij, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Een_afschrift_waarvan_de_regels_niet_kloppen_wordt_gemeld_en_houdt_geen_ander_tegen()
    {
        var (oud, betaald) = await Betaald(Zaak.Nieuw());
        var nummer = Afschrift.Nummer(Voorbeelden.EigenIban, oud);
        Assert.Single(await Vergeet($"afschrift = '{nummer}'"));
        await Zout("data ->> 'zout' || 'x'");

        await Leest("ongekoppeld", Los());
        Assert.Contains(await huis.Verschillen(), v => v.StartsWith(Leesbaar, StringComparison.Ordinal) && Gaat(v));

        await Zout("left(data ->> 'zout', -1)");
        await Leest("ongekoppeld", Los());
        Assert.DoesNotContain(await huis.Verschillen(), v => v.StartsWith(Leesbaar, StringComparison.Ordinal));
        await WordtGeweigerd([Opnieuw(oud, betaald with { EndToEndId = "NOTPROVIDED" })]);

        bool Gaat(string verschil) => verschil.Contains(nummer, StringComparison.Ordinal);

        async Task Zout(string wordt) =>
            Assert.Single(
                await huis.Vraag(
                    $$"""
                    update betalingen.mt_doc_inhoud set data = jsonb_set(data, '{zout}', to_jsonb({{wordt}}))
                    where id = (select (data -> 'gelezen' -> 'inhoud' ->> 'id')::uuid from betalingen.mt_doc_afschrift where id = '{{nummer}}')
                    returning id::text
                    """
                )
            );
    }

    [Theory]
    [InlineData("delete from betalingen.bankmutatie")]
    [InlineData("truncate betalingen.bankmutatie")]
    public async Task De_rij_van_een_boeking_gaat_niet_weg(string sql)
    {
        await Leest("ongekoppeld", Los());

        await Assert.ThrowsAsync<PostgresException>(() => huis.Vraag(sql));
    }

    /// <summary>Takes away what is known of the movements of these statements, as whoever can change the database can.</summary>
    /// <param name="welke">Of the marks that they have.</param>
    private async Task<IReadOnlyList<string>> Vergeet(string welke)
    {
        var mutaties = await huis.Vraag(
            $"""
            select m.regel ->> 'mutatie' from betalingen.mt_doc_afschrift a
            join betalingen.mt_doc_inhoud i on i.id = (a.data -> 'gelezen' -> 'inhoud' ->> 'id')::uuid
            cross join lateral jsonb_array_elements((i.data ->> 'json')::jsonb -> 'regels') m (regel)
            where a.id in (select afschrift from betalingen.bankmutatie_afschrift where {welke})
            """
        );
        var ids = mutaties.Select(m => Afschrift.Nummer(Voorbeelden.EigenIban, m)).Distinct();
        return await huis.Vraag(
            $"""
            alter table betalingen.bankmutatie disable trigger bankmutatie_blijft;
            delete from betalingen.bankmutatie_afschrift where {welke};
            delete from betalingen.bankmutatie where id in ('{string.Join("', '", ids)}') returning id;
            alter table betalingen.bankmutatie enable trigger bankmutatie_blijft
            """
        );
    }

    /// <summary>A statement with a movement that belongs to nothing.</summary>
    private static string Los() => Van(Guid.NewGuid().ToString("n"), new Bankmutatie(1.00m, Af: false, "NOTPROVIDED", "Onbekend"));
}
