using SlimRegeling.Dossiers.Emails;
using SlimRegeling.Dossiers.Sjablonen;

namespace SlimRegeling.Dossiers.Tests.Emails;

/// <summary>Of each kind of letter: which e-mail told of it.</summary>
public sealed class EmailbriefTests
{
    [Fact]
    public void Een_email_noemt_de_brief_waarover_hij_gaat() =>
        Assert.All(
            Briefsoorten.Alle.Select(s => s.Voorbeeld),
            opdracht =>
            {
                var sleutel = $"{opdracht.Zaaknummer}.{Emailsoort.Brief}.{opdracht.Emailkenmerk}.{opdracht.KvkNummer}";
                Assert.Equal(opdracht.Brief, EmailsTonen.Briefvan(sleutel, opdracht.Zaaknummer, opdracht.KvkNummer));
            }
        );
}
