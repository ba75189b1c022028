using Npgsql;
using SlimRegeling.Leercultuurscans.QuickScans;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Antwoorden;

/// <summary>
/// A row that is deleted stays in the file of its table until that is cleaned: codes that closing destroyed, answers as they waited and as they were
/// written first. The database does that when it likes; here it is done each night. QuickScan forms that are too old to be counted are
/// forgotten with it.
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
        foreach (var tabel in (string[])["uitnodiging", "antwoordwacht", "antwoordconcept", "antwoord"])
        {
            await using var opdracht = bron.CreateCommand($"vacuum leercultuurscans.{tabel}");
            opdracht.CommandTimeout = 0;
            await opdracht.ExecuteNonQueryAsync(ct);
        }
    }
}
