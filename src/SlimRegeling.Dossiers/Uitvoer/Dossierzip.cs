using System.Globalization;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SlimRegeling.Dossiers.Opslag;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Uitvoer;

/// <summary>A file in the dossier, or one that should be in it.</summary>
/// <param name="Pad">Within the dossier; null when it is not there.</param>
/// <param name="Bijzonderheid">Why it is not there, or not whole; null when all is well.</param>
internal sealed record Stuk(string Titel, string? Pad, string Hash, string? Bijzonderheid = null);

/// <summary>
/// Writes the dossier as it is read: no file is in memory as a whole, and what is read slowly is written slowly. The index page comes last, because
/// it tells what became of each file.
/// </summary>
public sealed class Dossierzip(Bestandsopslag opslag, Bestandstabel bestanden, ILogger<Dossierzip> log)
{
    private static readonly JsonSerializerOptions Ingesprongen = new(Platform.Stromen.Json.Opties) { WriteIndented = true };

    internal async IAsyncEnumerable<ReadOnlyMemory<byte>> Maak(Dossier dossier, [EnumeratorCancellation] CancellationToken ct)
    {
        var pijp = new Pipe();
        using var einde = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var schrijven = Task.Run(() => Schrijf(dossier, pijp.Writer, einde.Token), CancellationToken.None);
        try
        {
            while (true)
            {
                var gelezen = await pijp.Reader.ReadAsync(ct);
                foreach (var deel in gelezen.Buffer)
                {
                    yield return deel;
                }
                pijp.Reader.AdvanceTo(gelezen.Buffer.End);
                if (gelezen.IsCompleted)
                {
                    break;
                }
            }
        }
        finally
        {
            // Who reads no further needs no more of it.
            await einde.CancelAsync();
            await pijp.Reader.CompleteAsync();
            await schrijven;
        }
    }

    // What goes wrong here comes out where it is read: the connection breaks, and half a dossier opens as none.
    private async Task Schrijf(Dossier dossier, PipeWriter pijp, CancellationToken ct)
    {
        try
        {
            // Its table of contents is written when it ends, and makes it a file: only of a dossier that is whole.
            var zip = await ZipArchive.CreateAsync(
                pijp.AsStream(leaveOpen: true),
                ZipArchiveMode.Create,
                leaveOpen: true,
                Encoding.UTF8,
                ct
            );
            await Vul(zip, dossier, ct);
            await zip.DisposeAsync();
            await pijp.CompleteAsync();
        }
        catch (Exception fout)
        {
            await pijp.CompleteAsync(fout);
        }
    }

    private async Task Vul(ZipArchive zip, Dossier dossier, CancellationToken ct)
    {
        if (dossier.Ontvangstbewijs is { } ontvangstbewijs)
        {
            await Voeg(zip, Dossierbladen.Ontvangstbewijs, ontvangstbewijs, ct);
        }
        var brieven = new List<Stuk>();
        foreach (var brief in dossier.Brieven)
        {
            brieven.Add(await Voeg(zip, brief, ct));
        }
        var documenten = new List<Stuk>();
        for (var i = 0; i < dossier.Documenten.Count; i++)
        {
            documenten.Add(await Voeg(zip, dossier.Documenten[i], i + 1, ct));
        }
        foreach (var deel in dossier.Delen.Where(d => d.Gebeurtenissen.Count > 0))
        {
            await Voeg(zip, $"gegevens/{deel.Context}.json", JsonSerializer.SerializeToUtf8Bytes(deel, Ingesprongen), ct);
        }
        await Voeg(zip, Dossierbladen.Gebeurtenissen, Dossierbladen.MaakGebeurtenissen(dossier), ct);
        await Voeg(zip, Dossierbladen.Berichten, Dossierbladen.MaakBerichten(dossier), ct);
        await Voeg(zip, Dossierbladen.Begin, Dossierbladen.MaakBegin(dossier, brieven, documenten), ct);
    }

    private async Task<Stuk> Voeg(ZipArchive zip, Brief brief, CancellationToken ct)
    {
        var aan = brief.Opdracht!.Ontvanger is { } ontvanger ? $", aan {ontvanger}" : "";
        var titel = $"Brief over {Leesbaar.Woorden(brief.Opdracht.Soort).ToLowerInvariant()}{aan}";
        if (brief.Opgesteld is not { } opgesteld || brief.Verzonden is null)
        {
            var waarop = brief.NaarPost == true || brief.Bundel is not null ? "de post" : "een adres";
            return new(titel, null, "", $"wacht op {waarop} en is nog niet verzonden");
        }
        var pad = $"brieven/{brief.Id}.pdf";
        byte[]? pdf;
        try
        {
            pdf = await bestanden.Lees(brief.Id, opgesteld.Hash, ct);
        }
        catch (InvalidDataException e)
        {
            log.LogError(e, "Letter {Brief} is not what was sent, and does not go into the dossier", brief.Id);
            return new(titel, null, opgesteld.Hash, "niet opgenomen: de inhoud past niet bij wat is verzonden");
        }
        if (pdf is null)
        {
            return new(titel, null, opgesteld.Hash, "niet opgenomen: de inhoud is vernietigd");
        }
        await Voeg(zip, pad, pdf, ct);
        return new(titel, pad, opgesteld.Hash);
    }

    private async Task<Stuk> Voeg(ZipArchive zip, (Document Document, Bestandslabel? Label) stuk, int nummer, CancellationToken ct)
    {
        var (document, label) = stuk;
        var titel = $"{Leesbaar.Woorden(document.Soort)}{(label is null ? "" : $": {label.Naam}")}";
        if (document.Stand != Documentstand.Beschikbaar)
        {
            var waarom = document.Stand == Documentstand.Geweigerd ? "geweigerd en vernietigd" : "wordt nog onderzocht";
            return new(titel, null, document.Hash, $"niet opgenomen: {waarom}");
        }
        if (await opslag.Lees(document, ct) is not { } delen)
        {
            return new(titel, null, document.Hash, "niet opgenomen: de inhoud is vernietigd");
        }
        var naam = (label ?? new Bestandslabel(document.Soort)).Downloadnaam(document.Vorm);
        var pad = string.Create(CultureInfo.InvariantCulture, $"documenten/{nummer:000}-{naam}");
        await using var uit = await zip.CreateEntry(pad, CompressionLevel.Fastest).OpenAsync(ct);
        try
        {
            await foreach (var deel in delen.WithCancellation(ct))
            {
                await uit.WriteAsync(deel, ct);
            }
            return new(titel, pad, document.Hash);
        }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException)
        {
            log.LogError(e, "Document {Document} is not what was received", document.Id);
            return new(titel, pad, document.Hash, "beschadigd: de inhoud past niet bij wat is ontvangen");
        }
    }

    private static async Task Voeg(ZipArchive zip, string pad, byte[] inhoud, CancellationToken ct)
    {
        await using var uit = await zip.CreateEntry(pad, CompressionLevel.Fastest).OpenAsync(ct);
        await uit.WriteAsync(inhoud, ct);
    }
}
