namespace SlimRegeling.Dossiers;

/// <summary>Asks for the letters on an objection to everybody whom they are for; to others than the applicant they go by post.</summary>
public sealed class Bezwaarpost(Verzenden verzenden, Derden derden)
{
    private const string Aanvrager = "aanvrager";

    /// <summary>To who objected (6:6, 6:14 Awb).</summary>
    /// <param name="indiener">As the message says it.</param>
    public Task AanIndiener(Briefopdracht opdracht, string indiener, CancellationToken ct) =>
        indiener == Aanvrager ? verzenden.Vraag(opdracht, ct) : AanDerden(opdracht, alleenIndiener: true, ct);

    /// <summary>To who objected and to who else has an interest (7:2, 7:10 Awb).</summary>
    /// <param name="indiener">As the message says it.</param>
    public async Task AanBelanghebbenden(Briefopdracht opdracht, string indiener, CancellationToken ct)
    {
        if (indiener == Aanvrager)
        {
            await verzenden.Vraag(opdracht, ct);
        }
        await AanDerden(opdracht, alleenIndiener: false, ct);
    }

    /// <summary>Also to the enterprise whose case it is, whoever objected (7:12, second paragraph, Awb).</summary>
    public async Task AanAllen(Briefopdracht opdracht, CancellationToken ct)
    {
        await verzenden.Vraag(opdracht, ct);
        await AanDerden(opdracht, alleenIndiener: false, ct);
    }

    private async Task AanDerden(Briefopdracht opdracht, bool alleenIndiener, CancellationToken ct)
    {
        foreach (var derde in await derden.Bereikbaar(opdracht.Bezwaar!, ct))
        {
            if (!alleenIndiener || derde.Ontvanger == Derden.Indiener)
            {
                await verzenden.VraagPerPost(opdracht with { Ontvanger = derde.Ontvanger }, ct);
            }
        }
    }
}
