using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SlimRegeling.Host.Tests.Voorbeeldzaken;
using SlimRegeling.Platform;

namespace SlimRegeling.Host.Tests;

/// <summary>The command <c>narekenen</c> on the data that a first start leaves.</summary>
[Collection(typeof(EenGespeeld))]
public sealed class NarekenenTests(Gespeeld gespeeld)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Na_het_voorbeeldspel_klopt_elk_besluit_en_verandert_er_niets()
    {
        var voor = await Vraag("select count(*) || ' ' || max(seq_id) from aanvragen.mt_events");

        var eerste = await Reken();
        var tweede = await Reken();

        Assert.True(eerste.Code == 0, eerste.Uit + eerste.Fout);
        Assert.Matches("^narekenen: [1-9][0-9]* besluiten nagerekend, 0 verschillen$", eerste.LaatsteRegel);
        Assert.Contains("aanvraag-beoordeeld 5", eerste.Uit, StringComparison.Ordinal);
        Assert.Contains("subsidie-verleend 4", eerste.Uit, StringComparison.Ordinal);
        Assert.Contains("declaratie-ingediend 3", eerste.Uit, StringComparison.Ordinal);
        Assert.Contains("subsidie-vastgesteld 4", eerste.Uit, StringComparison.Ordinal);
        Assert.Equal(eerste.LaatsteRegel, tweede.LaatsteRegel);
        Assert.Equal(voor, await Vraag("select count(*) || ' ' || max(seq_id) from aanvragen.mt_events"));
    }

    [Theory]
    [InlineData("aanvragen", "aanvraag-beoordeeld", "subsidie", "11040.00", "11040.01")]
    [InlineData("aanvragen", "aanvraag-beoordeeld", "voorschot", "5520.00", "5519.99")]
    [InlineData("verlening", "subsidie-verleend", "bedrag", "11040.00", "11041.00")]
    [InlineData("verlening", "subsidie-verleend", "periodeTot", "2027-07-06", "2027-07-07")]
    [InlineData("verlening", "voorschot-toegekend", "bedrag", "5520.00", "5521.00")]
    [InlineData("vaststelling", "subsidie-vastgesteld", "nogTeBetalen", "5520.00", "5520.01")]
    public async Task Een_met_de_hand_veranderd_bedrag_of_datum_wordt_gemeld(
        string context,
        string besluit,
        string veld,
        string goed,
        string fout
    )
    {
        await Verander(goed, fout);
        var opdracht = await Reken();
        await Verander(fout, goed);

        Assert.True(opdracht.Code == 1, opdracht.Uit + opdracht.Fout);
        Assert.Contains($"{besluit}: {veld}: vastgelegd {fout}, berekend {goed}", opdracht.Uit, StringComparison.Ordinal);

        Task<string> Verander(string van, string naar) =>
            Vraag(
                $"update {context}.mt_events set data = jsonb_set(data, '{{{veld}}}', '\"{naar}\"') where type = '{besluit}' and data ->> '{veld}' = '{van}' returning 'veranderd'"
            );
    }

    [Theory]
    [InlineData("aanvragen", "aanvraag-beoordeeld", "ontvangen")]
    [InlineData("verlening", "subsidie-verleend", "aanvragertype")]
    public async Task Een_besluit_van_voordat_een_gegeven_werd_vastgelegd_is_geen_ander_besluit(string context, string besluit, string veld)
    {
        var dit = $"where type = '{besluit}' and data ->> 'kvkNummer' = '69599084'";
        var waarde = await Vraag($"select data ->> '{veld}' from {context}.mt_events {dit}");
        await Vraag($"update {context}.mt_events set data = data - '{veld}' {dit} returning 'weg'");
        var opdracht = await Reken();
        await Vraag($"update {context}.mt_events set data = jsonb_set(data, '{{{veld}}}', '\"{waarde}\"') {dit} returning 'terug'");

        Assert.True(opdracht.Code == 0, opdracht.Uit + opdracht.Fout);
        Assert.Matches($"{besluit} [1-9]", opdracht.Uit);
    }

    [Fact]
    public async Task Veranderde_inhoud_naast_de_gebeurtenis_wordt_gemeld_en_vernietigde_apart_geteld()
    {
        await Vraag("create table aanvragen.bewaard as table aanvragen.mt_doc_inhoud; select 'bewaard'");
        await Vraag(
            "update aanvragen.mt_doc_inhoud set data = jsonb_set(data, '{json}', to_jsonb(replace(data ->> 'json', '150.00', '151.00'))) returning 'veranderd'"
        );
        var veranderd = await Reken();
        await Vraag("delete from aanvragen.mt_doc_inhoud returning 'weg'");
        var vernietigd = await Reken();
        await Vraag("insert into aanvragen.mt_doc_inhoud table aanvragen.bewaard; drop table aanvragen.bewaard; select 'terug'");

        Assert.Equal(1, veranderd.Code);
        Assert.Contains("past niet bij de hash in de gebeurtenis", veranderd.Uit, StringComparison.Ordinal);
        Assert.True(vernietigd.Code == 0, vernietigd.Uit + vernietigd.Fout);
        Assert.Contains("de inhoud is met het dossier vernietigd", vernietigd.Uit, StringComparison.Ordinal);
    }

    private Task<Opdracht> Reken() => Opdracht.Voer(["narekenen"], gespeeld.Omgeving);

    /// <summary>The first value of the first row; a change that meets nothing fails.</summary>
    private async Task<string> Vraag(string sql)
    {
        await using var postgres = await IngebouwdePostgres.Start(gespeeld.Map, NullLogger.Instance, Ct);
        await using var bron = NpgsqlDataSource.Create(postgres.Verbinding);
        await using var opdracht = bron.CreateCommand(sql);
        return Assert.IsType<string>(await opdracht.ExecuteScalarAsync(Ct));
    }
}
