using NodaTime.Text;
using Npgsql;

namespace SlimRegeling.Duurproef;

/// <summary>The effects themselves, in the words of the scheme: what each context knows of the window of one round.</summary>
internal static class Uitkomstcontrole
{
    public static async Task<IReadOnlyList<string>> Voer(string verbinding, Verloop verloop, CancellationToken ct)
    {
        await using var bron = NpgsqlDataSource.Create(verbinding);
        var controle = new Controle(bron, verloop, ct);
        await controle.Aanvragen();
        await (verloop.Volgorde == Verloop.Binnenkomst ? controle.InVolgordeVanBinnenkomst() : controle.Reserveringen());
        await controle.Plafond();
        if (verloop.MetBesluiten)
        {
            await controle.Besluiten();
        }
        if (await controle.Bestaat("zaken.stap"))
        {
            await controle.Stappen();
        }
        if (verloop.MetBesluiten && await controle.Bestaat("betalingen.grootboek"))
        {
            await controle.Grootboek();
        }
        return controle.Fouten;
    }

    private sealed class Controle(NpgsqlDataSource bron, Verloop verloop, CancellationToken ct)
    {
        public List<string> Fouten { get; } = [];

        private string Tijdvak => verloop.Tijdvak;

        public async Task Aanvragen()
        {
            var verwacht = verloop.Zaaknummers.Select(z => (z.Key, z.Value)).ToHashSet();
            var ingediend = await bron.Lees(
                $"select data ->> 'kvkNummer', stream_id from aanvragen.mt_events where type = 'aanvraag-ingediend' and data ->> 'tijdvak' = '{Tijdvak}'",
                r => (r.GetString(0), r.GetString(1)),
                ct
            );
            Zelfde("ingediende aanvragen", verwacht, ingediend);
            var bekend = await bron.Lees(
                $"""
                select kvk_nummer, zaaknummer from tijdvakken.inschrijving
                where tijdvak = '{Tijdvak}' and ingediend_op is not null
                  and (volledig_op is not null or {verloop.Volgorde == Verloop.Binnenkomst})
                """,
                r => (r.GetString(0), r.GetString(1)),
                ct
            );
            Zelfde("inschrijvingen bij het tijdvak", verwacht, bekend);
            var concepten = await bron.Lees(
                $"select data ->> 'kvkNummer', id from aanvragen.mt_doc_concept where data ->> 'tijdvak' = '{Tijdvak}'",
                r => (r.GetString(0), r.GetString(1)),
                ct
            );
            Zelfde("concepten", verwacht, concepten);
            var zaken = verloop.Zaaknummers.Values.ToHashSet();
            Zelfde(
                "volledigverklaringen",
                verloop.Volgorde == Verloop.Binnenkomst ? [] : zaken,
                await Stromen("aanvragen", "aanvraag-volledig", zaken)
            );
        }

        public async Task Reserveringen()
        {
            var zaken = verloop.Zaaknummers.Values.ToHashSet();
            var binnen = verloop.BinnenPlafond.ToHashSet();
            var rangorde = await bron.Lees(
                $"""
                select z.zaaknummer, z.rang from tijdvakken.mt_events e,
                  jsonb_array_elements_text(e.data -> 'zaaknummers') with ordinality z (zaaknummer, rang)
                where e.type = 'gerangschikt' and e.stream_id = '{Tijdvak}'
                """,
                r => (Zaaknummer: r.GetString(0), Rang: (int)r.GetInt64(1)),
                ct
            );
            Zelfde("plaatsen in de rangorde", zaken, [.. rangorde.Select(p => p.Zaaknummer)]);
            Zelfde("reserveringen", binnen, await Stromen("tijdvakken", "budget-gereserveerd", zaken));
            Zelfde("reserveringen die Aanvragen kent", binnen, await Stromen("aanvragen", "budget-vernomen", zaken));
            Zelfde("rangen die Aanvragen kent", [.. rangorde], await Rangen());
            Eis(
                binnen.Count > 0 && binnen.Count < zaken.Count,
                $"{binnen.Count} van {zaken.Count} binnen het plafond: de loting beslist niets"
            );
        }

        /// <summary>
        /// Everyone has a rank, in the order of receipt (of one moment by that at the door) and without a gap, and the money went to the first of them.
        /// </summary>
        public async Task InVolgordeVanBinnenkomst()
        {
            var zaken = verloop.Zaaknummers.Values.ToHashSet();
            var momenten = (
                await bron.Lees(
                    $"select stream_id, data ->> 'op', coalesce(data ->> 'binnengekomen', data ->> 'op') from aanvragen.mt_events where type = 'aanvraag-ingediend' and data ->> 'tijdvak' = '{Tijdvak}'",
                    r => (Zaaknummer: r.GetString(0), Plaats: (Op: Moment(r.GetString(1)), Binnen: Moment(r.GetString(2)))),
                    ct
                )
            ).ToDictionary(m => m.Zaaknummer, m => m.Plaats);
            var rangen = (await Rangen()).OrderBy(r => r.Rang).ToList();
            Zelfde("gerangschikte aanvragen", zaken, [.. rangen.Select(r => r.Zaaknummer)]);
            Eis(rangen.Select(r => r.Rang).SequenceEqual(Enumerable.Range(1, zaken.Count)), "de rangen hebben een gat of een dubbele");
            var verkeerd = rangen.Zip(rangen.Skip(1)).Count(p => momenten[p.First.Zaaknummer].CompareTo(momenten[p.Second.Zaaknummer]) > 0);
            Eis(verkeerd == 0, $"{verkeerd} keer staat een latere aanvraag voor een eerdere");
            var binnen = await Stromen("tijdvakken", "budget-gereserveerd", zaken);
            Zelfde("reserveringen van de eersten", [.. rangen.Take(binnen.Count).Select(r => r.Zaaknummer)], binnen);
            Zelfde("reserveringen die Aanvragen kent", [.. binnen], await Stromen("aanvragen", "budget-vernomen", zaken));
            Eis(binnen.Count > 0 && binnen.Count < zaken.Count, $"{binnen.Count} van {zaken.Count} binnen het plafond");
        }

        public async Task Plafond()
        {
            var (som, totaal, plafond) = (
                await bron.Lees(
                    $"""
                    select coalesce(sum((data ->> 'bedrag')::numeric), 0),
                      (select gereserveerd from tijdvakken.plafondstand where tijdvak = '{Tijdvak}'),
                      (select plafond from tijdvakken.plafondstand where tijdvak = '{Tijdvak}')
                    from tijdvakken.mt_doc_reservering where data ->> 'tijdvak' = '{Tijdvak}'
                    """,
                    r => (r.GetDecimal(0), r.GetDecimal(1), r.GetDecimal(2)),
                    ct
                )
            )[0];
            Eis(som == totaal, $"de som van de reserveringen is {som}, het totaal van het tijdvak {totaal}");
            Eis(som <= plafond && plafond == verloop.Plafond, $"gereserveerd is {som}, het plafond {plafond}");
        }

        public async Task Besluiten()
        {
            var zaken = verloop.Zaaknummers.Values.ToHashSet();
            var beoordeeld = await Stromen("aanvragen", "aanvraag-beoordeeld", zaken);
            Zelfde("verleningen", [.. beoordeeld], await Stromen("verlening", "subsidie-verleend", zaken));
            Zelfde("vastgelegde reserveringen", [.. beoordeeld], await Stromen("tijdvakken", "reservering-vastgelegd", zaken));
        }

        /// <summary>A kind of message makes a step always or never.</summary>
        public async Task Stappen() =>
            Fouten.AddRange(
                await bron.Lees(
                    """
                    select i.soort, count(*), count(s.bericht) from zaken.inbox i left join zaken.stap s on s.bericht = i.id
                    group by i.soort having count(s.bericht) not in (0, count(*))
                    """,
                    r => $"zaken: van {r.GetInt64(1)} berichten {r.GetString(0)} hebben er {r.GetInt64(2)} een stap",
                    ct
                )
            );

        public async Task Grootboek()
        {
            var scheef = await bron.Lees(
                "select boeking from betalingen.grootboek group by boeking having sum(debet) <> sum(credit)",
                r => r.GetGuid(0),
                ct
            );
            Eis(scheef.Count == 0, $"{scheef.Count} boekingen zijn niet in evenwicht");
            var verplicht = await bron.Lees(
                $"""
                select coalesce(sum(credit - debet), 0), (
                  select coalesce(sum((data ->> 'bedrag')::numeric), 0) from verlening.mt_events where type = 'subsidie-verleend' and data ->> 'tijdvak' = '{Tijdvak}'
                ) from betalingen.grootboek where rekening = 'verplichtingen' and tijdvak = '{Tijdvak}'
                """,
                r => (Geboekt: r.GetDecimal(0), Verleend: r.GetDecimal(1)),
                ct
            );
            Eis(
                verplicht[0].Geboekt == verplicht[0].Verleend,
                $"verplichtingen geboekt {verplicht[0].Geboekt}, verleend {verplicht[0].Verleend}"
            );
            Eis(verplicht[0].Verleend > 0, "er is niets verleend: het grootboek bewijst niets");
        }

        public async Task<bool> Bestaat(string tabel) =>
            (await bron.Lees($"select to_regclass('{tabel}') is not null", r => r.GetBoolean(0), ct))[0];

        private Task<List<(string Zaaknummer, int Rang)>> Rangen() =>
            bron.Lees(
                $"""
                select stream_id, (data ->> 'rang')::int from aanvragen.mt_events
                where type = 'rang-vernomen' and stream_id in (select zaaknummer from tijdvakken.inschrijving where tijdvak = '{Tijdvak}')
                """,
                r => (r.GetString(0), r.GetInt32(1)),
                ct
            );

        /// <summary>As the window keeps it: in whole microseconds.</summary>
        private static long Moment(string tekst) => InstantPattern.ExtendedIso.Parse(tekst).Value.ToUnixTimeTicks() / 10;

        private async Task<List<string>> Stromen(string context, string soort, HashSet<string> zaken) =>
            [
                .. (await bron.Lees($"select stream_id from {context}.mt_events where type = '{soort}'", r => r.GetString(0), ct)).Where(
                    zaken.Contains
                ),
            ];

        private void Zelfde<T>(string wat, HashSet<T> verwacht, List<T> gevonden)
        {
            var uniek = gevonden.ToHashSet();
            Eis(uniek.Count == gevonden.Count, $"{wat}: {gevonden.Count - uniek.Count} dubbel");
            Eis(uniek.SetEquals(verwacht), $"{wat}: {verwacht.Except(uniek).Count()} ontbreken, {uniek.Except(verwacht).Count()} te veel");
        }

        private void Eis(bool voldaan, string fout)
        {
            if (!voldaan)
            {
                Fouten.Add($"{Tijdvak}: {fout}");
            }
        }
    }
}
