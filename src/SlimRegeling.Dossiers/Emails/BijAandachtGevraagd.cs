using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>Asks for the e-mail about a draft. Nothing else is done with it, and the executor does not see it.</summary>
public sealed class BijAandachtGevraagd(Emailpost post) : IVerwerker<AandachtGevraagdBericht>
{
    public Task Verwerk(AandachtGevraagdBericht bericht, CancellationToken ct)
    {
        switch (bericht.Soort)
        {
            case "herinnering":
                post.Aan(bericht.KvkNummer, bericht.Gever, Emailsoort.Herinnering, bericht.Kenmerk, bericht.Zaaknummer, bericht.Sluit);
                break;
            case "uitnodiging":
                post.Aan(bericht.KvkNummer, bericht.Gever, Emailsoort.Uitnodiging, bericht.Kenmerk, bericht.Zaaknummer, bericht.Sluit);
                break;
            case "gemachtigde":
                post.LeesMee(bericht.Zaaknummer, bericht.KvkNummer);
                post.Aan(bericht.KvkNummer, bericht.Gever, Emailsoort.Ontvangst, "", bericht.Zaaknummer, null);
                break;
            default:
                throw new InvalidOperationException($"There is no e-mail for {bericht.Soort}.");
        }
        return Task.CompletedTask;
    }
}
