using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SlimRegeling.Host.Tests.Voorbeeldzaken;
using SlimRegeling.Platform;

namespace SlimRegeling.Host.Tests;

/// <summary>The command <c>herbouw</c> on the data that a first start leaves: every context, every read model.</summary>
[Collection(typeof(EenGespeeld))]
public sealed class HerbouwTests(Gespeeld gespeeld)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Na_het_voorbeeldspel_staat_alles_zoals_de_gebeurtenissen_zeggen()
    {
        var voor = await Beeld();

        var opdracht = await Herbouw();

        Assert.True(opdracht.Code == 0, opdracht.Uit + opdracht.Fout);
        Assert.Matches(
            "^herbouw: [1-9][0-9]* gebeurtenissen, [1-9][0-9] leesmodellen, [1-9][0-9]* rijen in .* s, 0 verschillen$",
            opdracht.LaatsteRegel
        );
        foreach (var model in (string[])["zaken.zaak", "zaken.stap", "aanvragen.mt_doc_aanvraag", "betalingen.grootboek"])
        {
            Assert.Matches($"  {model}: [1-9][0-9]* rijen, 0 verschillen", opdracht.Uit);
        }
        Assert.Equal(voor, await Beeld());
    }

    [Fact]
    public async Task Wat_bedorven_is_komt_terug_en_er_wordt_niets_verstuurd()
    {
        var (voor, verkeer) = (await Beeld(), await Verkeer());
        await Voer(
            """
            delete from zaken.zaak where zaaknummer = (select min(zaaknummer) from zaken.zaak);
            update zaken.zaak set status = 0, verleend = verleend + 1 where zaaknummer = (select max(zaaknummer) from zaken.zaak);
            delete from zaken.stap where stap = 'aanvraag-ingediend';
            insert into zaken.stap (bericht, zaaknummer, moment, stap, wie) values (gen_random_uuid(), 'SLIM-0000000000', now(), 'geloot', 'niemand');
            update zaken.tijdvak set sluit = now();
            delete from aanvragen.mt_doc_aanvraag;
            update verlening.mt_doc_verlening set data = data - 'besluit' - 'kvkNummer', mt_version = 1;
            insert into relaties.mt_doc_onderneming (id, data, mt_version, mt_dotnet_type) select 'niemand', data, mt_version, mt_dotnet_type
              from relaties.mt_doc_onderneming limit 1;
            create table aanvragen.bewaard as table aanvragen.mt_doc_inhoud;
            delete from aanvragen.mt_doc_inhoud
            """
        );

        var opdracht = await Herbouw();
        var daarna = await Herbouw();
        await Voer("insert into aanvragen.mt_doc_inhoud table aanvragen.bewaard; drop table aanvragen.bewaard");

        Assert.True(opdracht.Code == 1, opdracht.Uit + opdracht.Fout);
        Assert.Contains("VERSCHIL relaties.mt_doc_onderneming niemand: hoort er niet", opdracht.Uit, StringComparison.Ordinal);
        Assert.Matches("VERSCHIL zaken.zaak SLIM-[0-9A-Z]{10}: ontbrak", opdracht.Uit);
        Assert.Matches(@"VERSCHIL zaken.zaak SLIM-[0-9A-Z]{10}: was anders \((verleend, )?status\)", opdracht.Uit);
        Assert.Matches("VERSCHIL zaken.stap SLIM-[0-9A-Z]{10} aanvraag-ingediend [0-9a-f-]{36}: ontbrak", opdracht.Uit);
        Assert.Contains("VERSCHIL zaken.stap SLIM-0000000000 geloot", opdracht.Uit, StringComparison.Ordinal);
        Assert.Contains("De leesmodellen staan nu zoals de gebeurtenissen zeggen.", opdracht.Uit, StringComparison.Ordinal);
        Assert.True(daarna.Code == 0, daarna.Uit + daarna.Fout);
        Assert.Equal(voor, await Beeld());
        Assert.Equal(verkeer, await Verkeer());
    }

    [Fact]
    public async Task Wat_halverwege_stopt_laat_staan_wat_er_stond()
    {
        const string Onbekend = "update relaties.mt_events set type = 'van-een-latere-versie' where type = 'steun-geregistreerd'";
        await Voer($"update zaken.zaak set rang = 999; update aanvragen.mt_doc_aanvraag set data = data - 'ingediend'; {Onbekend}");
        var bedorven = await Beeld("zaken.zaak");

        var opdracht = await Herbouw();
        var gebleven = await Beeld("zaken.zaak");
        await Voer("update relaties.mt_events set type = 'steun-geregistreerd' where type = 'van-een-latere-versie'");

        Assert.Equal(1, opdracht.Code);
        Assert.Contains("'van-een-latere-versie', die dit programma niet kent", opdracht.Fout, StringComparison.Ordinal);
        Assert.Equal(bedorven, gebleven);
        Assert.Equal(1, (await Herbouw()).Code);
        Assert.Equal(0, (await Herbouw()).Code);
    }

    [Fact]
    public async Task Wie_niet_alle_contexten_heeft_hoort_dat_zaken_ze_nodig_heeft()
    {
        var alleen = await Opdracht.Voer(["herbouw"], gespeeld.Omgeving, ("SlimRegeling__Contexten", "verlening"));
        var zaken = await Opdracht.Voer(["herbouw"], gespeeld.Omgeving, ("SlimRegeling__Contexten", "verlening,zaken"));

        Assert.True(alleen.Code == 0, alleen.Uit + alleen.Fout);
        Assert.Equal(1, zaken.Code);
        Assert.Contains("Laat SlimRegeling:Contexten weg", zaken.Fout, StringComparison.Ordinal);
    }

    private Task<Opdracht> Herbouw() => Opdracht.Voer(["herbouw"], gespeeld.Omgeving);

    /// <summary>Every row of every table that is made again, but for when it was written.</summary>
    private Task<IReadOnlyList<string>> Beeld(
        string tabellen = "zaken.(zaak|stap|tijdvak|regelwijziging)|[a-z]+.mt_doc_(?!inhoud|concept|zaak|adreskopie)[a-z]+"
    ) => Rijen($"^({tabellen})$", "- 'mt_last_modified'");

    /// <summary>Every row of what was said, heard and booked.</summary>
    private Task<IReadOnlyList<string>> Verkeer() => Rijen("^[a-z]+.(outbox|inbox|geparkeerd|grootboek|mt_events)$", "");

    private async Task<IReadOnlyList<string>> Rijen(string tabellen, string zonder)
    {
        await using var postgres = await IngebouwdePostgres.Start(gespeeld.Map, NullLogger.Instance, Ct);
        await using var bron = NpgsqlDataSource.Create(postgres.Verbinding);
        var namen = await Lees(
            bron,
            $"select table_schema || '.' || table_name from information_schema.tables where table_schema || '.' || table_name ~ '{tabellen}' order by 1"
        );
        Assert.NotEmpty(namen);
        var rijen = new List<string>();
        foreach (var naam in namen)
        {
            rijen.AddRange(await Lees(bron, $"select '{naam} ' || (to_jsonb(t) {zonder})::text from {naam} t order by 1"));
        }
        return rijen;
    }

    private static async Task<List<string>> Lees(NpgsqlDataSource bron, string sql)
    {
        await using var opdracht = bron.CreateCommand(sql);
        await using var rij = await opdracht.ExecuteReaderAsync(Ct);
        var rijen = new List<string>();
        while (await rij.ReadAsync(Ct))
        {
            rijen.Add(rij.GetString(0));
        }
        return rijen;
    }

    private async Task Voer(string sql)
    {
        await using var postgres = await IngebouwdePostgres.Start(gespeeld.Map, NullLogger.Instance, Ct);
        await using var bron = NpgsqlDataSource.Create(postgres.Verbinding);
        await using var opdracht = bron.CreateCommand(sql);
        await opdracht.ExecuteNonQueryAsync(Ct);
    }
}
