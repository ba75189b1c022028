using Npgsql;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.QuickScans;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Antwoorden;

/// <summary>
/// A row that is deleted stays in the file of its table until that is cleaned: codes and answers that closing destroyed, answers as they waited before they
/// were written anew. The database does that when it likes; here it is done each night. QuickScan forms that are too old to be counted are
/// forgotten with it, half-filled lists of scans that are over, and the sums of scans that are as old as no benchmark looks back. The forms that are left are
/// written anew in another order: each was written together with what it counted, and the database remembers that.
/// </summary>
public sealed class Restenopruimen(Contextregister contexten, Moment moment) : ITaak
{
    public async Task Voer(CancellationToken ct)
    {
        var bron = contexten.Van(typeof(LeercultuurscansContext)).Bron;
        await using (var formulieren = bron.CreateCommand("delete from leercultuurscans.quickscanformulier where tot_en_met < $1"))
        {
            formulieren.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Formulier.Dag(moment.Nu) });
            await formulieren.ExecuteNonQueryAsync(ct);
        }
        await using (
            var anders = bron.CreateCommand(
                """
                with weg as (delete from leercultuurscans.quickscanformulier returning kenmerk, tot_en_met)
                insert into leercultuurscans.quickscanformulier (kenmerk, tot_en_met) select kenmerk, tot_en_met from weg order by kenmerk
                """
            )
        )
        {
            await anders.ExecuteNonQueryAsync(ct);
        }
        await using (
            var halve = bron.CreateCommand(
                """
                delete from leercultuurscans.antwoordconcept c
                where not exists (select from leercultuurscans.uitnodiging u where u.scan = c.scan)
                """
            )
        )
        {
            await halve.ExecuteNonQueryAsync(ct);
        }
        await Antwoordsommen.Vergeet(bron, moment.Vandaag.PlusMonths(-Benchmark.Maanden), ct);
        foreach (var tabel in (string[])["uitnodiging", "antwoordwacht", "antwoordconcept", "antwoord", "quickscanformulier"])
        {
            await using var opdracht = bron.CreateCommand($"vacuum leercultuurscans.{tabel}");
            opdracht.CommandTimeout = 0;
            await opdracht.ExecuteNonQueryAsync(ct);
        }
    }
}
