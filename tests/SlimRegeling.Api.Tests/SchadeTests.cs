using System.Text.Json;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// Damage done by hand in the database, each kind to a case of its own that was awarded and paid: the reconciliation names which case or window,
/// what should be there and what is.
/// </summary>
public sealed class SchadeTests(Afstemhuis huis) : IClassFixture<Afstemhuis>
{
    /// <param name="Sql">With <c>[zaak]</c> and <c>[tijdvak]</c>.</param>
    /// <param name="Context">Whose check finds it.</param>
    public sealed record Schade(string Context, string Regel, string Verwacht, string Gevonden, string Sql);

    private const string Zegel =
        "delete from {context}.zegel z where not exists (select from {context}.mt_events e where e.seq_id = z.seq)";

    private static readonly Dictionary<string, Schade> Soorten = new()
    {
        ["reservering weg"] = new(
            "tijdvakken",
            "reservering volgt uit de gebeurtenissen",
            "bedrag 11040.00",
            "geen rij",
            "delete from tijdvakken.mt_doc_reservering where id = '[zaak]'"
        ),
        ["reservering met een ander bedrag"] = new(
            "tijdvakken",
            "reservering volgt uit de gebeurtenissen",
            "bedrag 11040.00",
            "bedrag 11030.00",
            "update tijdvakken.mt_doc_reservering set data = jsonb_set(data, '{bedrag}', '\"11030.00\"') where id = '[zaak]'"
        ),
        ["totaal van een tijdvak"] = new(
            "tijdvakken",
            "het totaal van een tijdvak is de som van zijn reserveringen",
            "11040.00 gereserveerd",
            "11039.99 gereserveerd",
            "update tijdvakken.plafondstand set gereserveerd = gereserveerd - 0.01 where tijdvak = '[tijdvak]'"
        ),
        ["plafond van een tijdvak"] = new(
            "tijdvakken",
            "het plafond van een tijdvak is dat van zijn besluit",
            "plafond 100000.00",
            "plafond 200000.00",
            "update tijdvakken.plafondstand set plafond = 200000 where tijdvak = '[tijdvak]'"
        ),
        // All traces of it: only the award tells that there was one.
        ["verlening zonder reservering"] = new(
            "zaken",
            "een verlening heeft haar reservering",
            "ten minste 11040.00 gereserveerd",
            "geen reservering",
            $"""
            delete from tijdvakken.mt_events where stream_id = '[zaak]';
            delete from tijdvakken.mt_streams where id = '[zaak]';
            delete from tijdvakken.mt_doc_reservering where id = '[zaak]';
            {Zegel.Replace("{context}", "tijdvakken", StringComparison.Ordinal)};
            update tijdvakken.plafondstand set gereserveerd = 0 where tijdvak = '[tijdvak]';
            delete from zaken.stap where zaaknummer = '[zaak]' and stap = 'budget-gereserveerd';
            update zaken.zaak set gereserveerd = null, gereserveerd_op = null, gereserveerd_versie = null where zaaknummer = '[zaak]'
            """
        ),
        ["betaling zonder besluit"] = new(
            "betalingen",
            "een betaalopdracht heeft haar ondertekende besluit",
            "geen opdracht: er is geen besluit",
            "99999.00 bij besluit [zaak]-S9",
            """
            insert into betalingen.mt_doc_betaalopdracht (id, data, mt_version, mt_dotnet_type)
            select id || '9', data || jsonb_build_object('opdracht', data -> 'opdracht' || '{"soort": "Vaststelling", "bedrag": "99999.00", "besluit": "[zaak]-S9"}'),
              mt_version, mt_dotnet_type
            from betalingen.mt_doc_betaalopdracht where id = '[zaak]-B1'
            """
        ),
        ["besluit zonder betaling"] = new(
            "betalingen",
            "een ondertekend besluit heeft één betaalopdracht",
            "een opdracht van 5520.00 bij besluit [zaak]-V1",
            "0 opdrachten",
            "delete from betalingen.mt_doc_betaalopdracht where id = '[zaak]-B1'"
        ),
        ["betaling met een ander bedrag"] = new(
            "betalingen",
            "een betaalopdracht heeft haar ondertekende besluit",
            "5520.00 bij besluit [zaak]-V1",
            "55200.00 bij besluit [zaak]-V1",
            "update betalingen.mt_doc_betaalopdracht set data = jsonb_set(data, '{opdracht,bedrag}', '\"55200.00\"') where id = '[zaak]-B1'"
        ),
        ["betaling uit haar bestand"] = new(
            "betalingen",
            "een betaling die op weg is of is uitgevoerd, staat in haar bestand",
            "in bestand SLIM-2000-01-01-1",
            "niet in dat bestand",
            "update betalingen.mt_doc_betaalopdracht set data = jsonb_set(data, '{bestand}', '\"SLIM-2000-01-01-1\"') where id = '[zaak]-B1'"
        ),
        ["grootboekregel weg"] = new(
            "betalingen",
            "grootboek volgt uit de gebeurtenissen",
            "credit 5520.00",
            "geen rij",
            Ongehinderd("delete from betalingen.grootboek where zaaknummer = '[zaak]' and rekening = 'bank'")
        ),
        ["grootboek uit balans"] = new(
            "betalingen",
            "elke boeking is in balans",
            "5520.00 debet en evenveel credit",
            "5520.00 debet en 5521.00 credit",
            Ongehinderd("update betalingen.grootboek set credit = credit + 1 where zaaknummer = '[zaak]' and rekening = 'bank'")
        ),
        ["betaalde opdracht met een ander bedrag"] = new(
            "betalingen",
            "wat is betaald is wat is uitgevoerd of verrekend",
            "5521.00 uitgevoerd of verrekend",
            "5520.00 betaald",
            "update betalingen.mt_doc_betaalopdracht set data = jsonb_set(data, '{opdracht,bedrag}', '\"5521.00\"') where id = '[zaak]-B1'"
        ),
        ["tegenboeking voor een ander bedrag"] = new(
            "betalingen",
            "een tegenboeking keert haar boeking om",
            "het omgekeerde van boeking",
            "bank debet 5521.00 en credit 0.00",
            Ongehinderd(
                """
                insert into betalingen.grootboek (id, boeking, regel, stroom, zaaknummer, tijdvak, besluit, rekening, debet, credit, boekdatum, op, keert_om)
                select gen_random_uuid(), gen_random_uuid(), regel, stroom, zaaknummer, tijdvak, besluit, rekening, credit + 1, 0, boekdatum, op, boeking
                from betalingen.grootboek where zaaknummer = '[zaak]' and rekening = 'bank'
                """
            )
        ),
        ["gehoord bericht weg"] = new(
            "zaken",
            "een bericht heeft zijn gevolg",
            "subsidie-verleend",
            "niet verwerkt en niet onderweg",
            "delete from zaken.inbox where id = (select bericht from zaken.stap where zaaknummer = '[zaak]' and stap = 'subsidie-verleend')"
        ),
        ["leesmodelrij veranderd"] = new(
            "zaken",
            "zaak volgt uit de berichten",
            "verleend 11040",
            "verleend 11041",
            "update zaken.zaak set verleend = verleend + 1 where zaaknummer = '[zaak]'"
        ),
        ["leesmodelrij weg"] = new(
            "zaken",
            "stap volgt uit de berichten",
            "bedrag 5520",
            "geen rij",
            "delete from zaken.stap where zaaknummer = '[zaak]' and stap = 'betaling-uitgevoerd'"
        ),
        ["pdf van een brief weg"] = new(
            "dossiers",
            "een verzonden brief is er nog, zoals zij werd verzonden",
            "pdf met hash",
            "geen pdf",
            "delete from dossiers.bestand where id = '[zaak]-verlening'"
        ),
        ["pdf van een brief veranderd"] = new(
            "dossiers",
            "een verzonden brief is er nog, zoals zij werd verzonden",
            "pdf met hash",
            "pdf met hash",
            "update dossiers.bestand set inhoud = inhoud || '\\x20'::bytea where id = '[zaak]-verlening'"
        ),
        ["pagina van een brief veranderd"] = new(
            "dossiers",
            "een verzonden brief is er nog als pagina, zoals zij werd verzonden",
            "pagina met hash",
            "pagina met hash",
            "update dossiers.bestand set inhoud = inhoud || '\\x20'::bytea where id = '[zaak]-verlening.pagina'"
        ),
        ["brief van een besluit"] = new(
            "zaken",
            "een besluit heeft zijn brief",
            "een brief over besluit [zaak]-V1",
            "geen brief verzonden",
            $"""
            delete from dossiers.mt_events where stream_id = '[zaak]-verlening';
            delete from dossiers.mt_streams where id = '[zaak]-verlening';
            delete from dossiers.mt_doc_brief where id = '[zaak]-verlening';
            delete from dossiers.bestand where id = '[zaak]-verlening';
            {Zegel.Replace("{context}", "dossiers", StringComparison.Ordinal)};
            delete from zaken.stap where zaaknummer = '[zaak]' and stap = 'brief-verzonden'
            """
        ),
        ["bestand van een document"] = new(
            "dossiers",
            "een ontvangen document is er nog",
            "bestand van document opleidingsplan in zaak [zaak]",
            "geen bestand",
            """
            delete from dossiers.bestandsdeel where adres = (
              select substr(data ->> 'plaats', length('database:') + 1) from dossiers.mt_doc_document where data ->> 'zaaknummer' = '[zaak]'
            )
            """
        ),
        ["gebeurtenis veranderd"] = new(
            "verlening",
            "een gebeurtenis is zoals zij werd verzegeld",
            "(subsidie-verleend) zoals verzegeld",
            "(subsidie-verleend) met andere inhoud",
            "update verlening.mt_events set data = jsonb_set(data, '{bedrag}', '\"11041.00\"') where type = 'subsidie-verleend' and stream_id = '[zaak]'"
        ),
        ["gebeurtenis weg"] = new(
            "verlening",
            "een stroom heeft al zijn gebeurtenissen",
            "gebeurtenissen",
            "gebeurtenissen, de laatste met versie",
            "delete from verlening.mt_events where type = 'voorschot-toegekend' and stream_id = '[zaak]'"
        ),
        ["inhoud naast een gebeurtenis veranderd"] = new(
            "aanvragen",
            "inhoud past bij de hash in haar gebeurtenis",
            "met hash",
            "inhoud met hash",
            """
            update aanvragen.mt_doc_inhoud set data = jsonb_set(data, '{json}', to_jsonb(replace(data ->> 'json', '150.00', '151.00')))
            where id = (select (data -> 'inhoud' ->> 'id')::uuid from aanvragen.mt_events where stream_id = '[zaak]' and type = 'aanvraag-ingediend')
            """
        ),
    };

    public static TheoryData<string> Namen => [.. Soorten.Keys];

    [Theory]
    [MemberData(nameof(Namen))]
    public async Task Damage_is_named_with_its_case_and_its_numbers(string soort)
    {
        var (zaak, tijdvak, _) = await huis.Betaald();
        var schade = Soorten[soort];
        Assert.DoesNotContain(await huis.Alarmen(), a => GaatOver(a, zaak, tijdvak));

        await huis.Huis.Voer(Van(schade.Sql, zaak, tijdvak));
        var alarmen = (await huis.Alarmen()).Where(a => GaatOver(a, zaak, tijdvak)).ToList();

        Assert.True(
            alarmen.Exists(a =>
                Veld(a, "context") == schade.Context
                && Veld(a, "regel") == schade.Regel
                && Bevat(a, "verwacht", Van(schade.Verwacht, zaak, tijdvak))
                && Bevat(a, "gevonden", Van(schade.Gevonden, zaak, tijdvak))
            ),
            $"{soort} is not named:\n{string.Join('\n', alarmen)}"
        );
        Assert.False((await huis.Beeld()).GetProperty("laatste").GetProperty("sluit").GetBoolean());
    }

    [Fact]
    public async Task A_message_that_was_said_and_went_nowhere_is_named()
    {
        var (zaak, _, wie) = await huis.Betaald();
        await huis.Huis.Voer(
            """
            create function dossiers.houd() returns trigger language plpgsql as $$ begin new.volgende_op := now() + interval '1 day'; return new; end $$;
            create trigger houd before insert on dossiers.outbox for each row execute function dossiers.houd()
            """
        );
        await Zaakloop.Gelukt(huis.Huis.Zend(wie, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=begroting", Zaakloop.Pdf));
        for (var i = 0; i < 300 && await Wachtend(zaak) == 0; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Equal(1, await Wachtend(zaak));
        await huis.Huis.Voer(
            "update dossiers.mt_events set timestamp = timestamp - interval '1 hour' where seq_id > (select max(seq) from dossiers.zegel)"
        );
        // As long as it waits it is under way.
        Assert.DoesNotContain(await huis.Alarmen(), a => GaatOver(a, zaak, zaak));

        await huis.Huis.Voer("delete from dossiers.outbox; drop trigger houd on dossiers.outbox; drop function dossiers.houd()");
        var alarmen = (await huis.Alarmen()).Where(a => GaatOver(a, zaak, zaak)).ToList();

        Assert.Contains(
            alarmen,
            a =>
                Veld(a, "regel") == "een bericht heeft zijn gevolg"
                && Bevat(a, "verwacht", "document-beschikbaar")
                && Bevat(a, "verwacht", "van dossiers, verwerkt door zaken")
        );
        // What it should have done is missing too.
        Assert.Contains(alarmen, a => Veld(a, "regel") == "stap volgt uit de berichten" && Bevat(a, "gevonden", "geen rij"));
    }

    private Task<long> Wachtend(string zaak) => huis.Huis.Tel($"select count(*) from dossiers.outbox where sleutel = '{zaak}'");

    // The ledger refuses this; whoever can change the database can take that away first.
    private static string Ongehinderd(string sql) =>
        $"alter table betalingen.grootboek disable trigger all; {sql}; alter table betalingen.grootboek enable trigger all";

    private static string Van(string tekst, string zaak, string tijdvak) =>
        tekst.Replace("[zaak]", zaak, StringComparison.Ordinal).Replace("[tijdvak]", tijdvak, StringComparison.Ordinal);

    private static bool GaatOver(JsonElement alarm, string zaak, string tijdvak) =>
        Veld(alarm, "onderwerp") == tijdvak || (alarm.TryGetProperty("zaaknummer", out var van) && van.GetString() == zaak);

    private static string Veld(JsonElement alarm, string naam) => alarm.GetProperty(naam).GetString()!;

    private static bool Bevat(JsonElement alarm, string veld, string tekst) => Veld(alarm, veld).Contains(tekst, StringComparison.Ordinal);
}
